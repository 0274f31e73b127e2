import BudgetOperations
import Hummingbird

/// `GET /health`: 200 when the server answers and its database does.
struct HealthRoute {
    let plumbline: Plumbline

    func add(to router: Router<BasicRequestContext>) {
        router.get("/health") { [plumbline] _, _ in
            try await plumbline.reachDatabase()
            return "ok\n"
        }
    }
}
