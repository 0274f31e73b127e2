import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ConnectorRotatePassword: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rotate-password", abstract: "Give the connection a new password, which is shown once.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        guard let connection = try await scope.plumbline.connection(of: company.id) else {
            throw Refused(.noConnection)
        }
        let password = try await scope.plumbline.rotatePassword(
            of: company.id, by: try await scope.actor(of: company))
        return Report(
            [
                "User name  \(connection.userName)",
                "Password   \(password)",
                .blank,
                "The old password no longer works. Type the new one into the Web Connector.",
            ], json: CredentialsJSON(password: password, userName: connection.userName))
    }
}
