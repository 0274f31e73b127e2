import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ConnectorStatus: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show which file the connection belongs to and when it was last heard of.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        guard let connection = try await scope.plumbline.connection(of: company.id) else {
            throw Refused(.noConnection)
        }
        return Self.report(of: ConnectorStatusJSON(connection))
    }

    static func report(of status: ConnectorStatusJSON) -> Report {
        Report(
            [
                "User name        \(status.userName)",
                "QuickBooks file  \(status.companyFile ?? "none yet; the first session binds it")",
                "Last contact     \(status.lastContactAt ?? "never")",
                "Wrong passwords  \(status.wrongPasswords)",
                "Last session     \(status.lastSession ?? "none")",
                "Sessions fail    \(status.failingSince.map { "since \($0)" } ?? "no")",
                "Costs read       \(status.costsReadAt ?? "never")",
            ], json: status)
    }
}

struct ConnectorStatusJSON: Encodable {
    let userName: String
    let fileID: String
    let companyName: String?
    let companyFile: String?
    let lastContactAt: String?
    let lastSession: String?
    let costsRequestedAt: String?
    let costsReadAt: String?
    /// Since the last good sign-in.
    let refusedSignIns: Int
    let lastRefusedAt: String?
    /// Since when sessions have ended in an error one after another, and why the last did.
    let failingSince: String?
    let failure: String?

    fileprivate var wrongPasswords: String {
        guard refusedSignIns > 0 else { return "none" }
        return "\(refusedSignIns) since the last good sign-in, the last at \(lastRefusedAt ?? "?"); "
            + "`connector rotate-password` gives a new one"
    }
}

extension ConnectorStatusJSON {
    init(_ connection: Connection) {
        self.init(
            userName: connection.userName, fileID: connection.fileID, companyName: connection.boundCompany,
            companyFile: connection.boundPath, lastContactAt: connection.lastContactAt?.iso,
            lastSession: connection.lastSession, costsRequestedAt: connection.costsRequestedAt?.iso,
            costsReadAt: connection.costsReadAt?.iso, refusedSignIns: connection.refusedSignIns,
            lastRefusedAt: connection.lastRefusedAt?.iso,
            failingSince: connection.failure?.since.iso, failure: connection.failure?.cause)
    }
}
