import BudgetDomain
import BudgetOperations
import UnixSignals

/// The demo's last part: its two people sign in with a browser, while the emulated Web Connector goes on polling.
struct DemoServing {
    let plumbline: Plumbline
    let cast: DemoCast
    let bookkeeping: DemoBookkeeping
    let story: DemoStory

    /// As often as somebody who watches likes it.
    private static let pollPause = Duration.seconds(4)

    /// - Returns: what the two sign in with.
    func signIns() async throws -> [DemoSignIn] {
        [
            try await signIn(of: cast.manager, role: "Project manager"),
            try await signIn(of: cast.approver, role: "Accounting approver"),
        ]
    }

    /// Serves until the time is up or somebody interrupts.
    func run(minutes: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [bookkeeping] in
                while true {
                    await bookkeeping.poll()
                    try await Task.sleep(for: Self.pollPause)
                }
            }
            group.addTask { try await Task.sleep(for: .seconds(60 * minutes)) }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { return }
            }
            _ = try await group.next()
            group.cancelAll()
        }
        story.tell("The demo ends.")
    }

    /// Passwords are set the way that invited people set theirs.
    private func signIn(of person: Person, role: String) async throws -> DemoSignIn {
        let password = plumbline.randomness.text(length: 12)
        let link = try await plumbline.makeSignInLink(
            .invitation, for: person.email, in: cast.company.id, by: .commandLine)
        try await plumbline.setPassword(password, byLink: link.secret)
        return DemoSignIn(role: role, name: person.name, email: person.email, password: password)
    }
}

struct DemoSignIn: Encodable {
    let role: String
    let name: String
    let email: String
    let password: String

    var line: String {
        let padded = role + String(repeating: " ", count: max(0, 20 - role.count))
        return "  \(padded) \(email)  \(password)"
    }
}
