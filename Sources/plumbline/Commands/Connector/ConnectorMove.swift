import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ConnectorMove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move the connection to another company file. Its new password is shown once, here.",
        discussion: """
            The old .qwc file and the old company file are refused from now on. Jobs and cost codes have to be \
            exported or linked again, and a budget whose estimate is not in the new file waits for an approver's \
            decision. What was written into the old file stays there.
            """)

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let moved = try await scope.plumbline.moveConnection(of: company.id, by: try await scope.actor(of: company))
        return ConnectorAdd.report(userName: moved.connection.userName, password: moved.password)
    }
}
