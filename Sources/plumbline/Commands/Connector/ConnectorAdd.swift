import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ConnectorAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Set up the company's connection. Its password is shown once, here.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let added = try await scope.plumbline.addConnection(to: company.id, by: try await scope.actor(of: company))
        return Self.report(userName: added.connection.userName, password: added.password)
    }

    static func report(userName: String, password: String) -> Report {
        Report(
            [
                "User name  \(userName)",
                "Password   \(password)",
                .blank,
                "The password is not shown again: the Web Connector asks for it when the connection is added there.",
                "Next: `plumbline connector qwc`, and open that file on the machine with QuickBooks.",
            ], json: CredentialsJSON(password: password, userName: userName))
    }
}

struct CredentialsJSON: Encodable {
    let password: String
    let userName: String
}
