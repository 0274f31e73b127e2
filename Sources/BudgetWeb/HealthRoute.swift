import BudgetOperations
import Hummingbird

/// `GET /health`: 200 when the server answers and its database does.
struct HealthRoute {
    let plumbline: Plumbline

    /// An act may wait for a new leader of the database; whoever asks for health wants to know now.
    private static let patience: Duration = .seconds(3)

    func add(to router: Router<WebContext>) {
        router.get("/health") { [plumbline] _, _ in
            let isReached = try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await plumbline.reachDatabase()
                    return true
                }
                group.addTask {
                    try await Task.sleep(for: Self.patience)
                    return false
                }
                defer { group.cancelAll() }
                return try await group.next() ?? false
            }
            guard isReached else {
                throw HTTPError(.serviceUnavailable, message: "The database does not answer.")
            }
            return "ok\n"
        }
    }
}
