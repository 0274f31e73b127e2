package import BudgetDomain
import SQLDatabase

/// A company's connection to its one QuickBooks company file.
package struct Connection: Hashable, Sendable {
    package let id: ID<Connection>
    package let company: ID<Company>
    /// What the Web Connector signs in with; unique on the server.
    package let userName: String
    /// Tells company files apart: the Web Connector stores it in the file, and it stays the same however often the
    /// `.qwc` file is downloaded.
    package let fileID: String
    /// The company file that this connection belongs to, once it has been seen.
    package let boundCompany: String?
    package let boundPath: String?
    package let lastContactAt: Instant?
    /// How the last session ended, in words.
    package let lastSession: String?
    package let costsRequestedAt: Instant?
    package let costsReadAt: Instant?
    /// Sign-ins with a wrong password since the last good one.
    package let refusedSignIns: Int
    package let lastRefusedAt: Instant?
    /// When somebody last took the `.qwc` file of it.
    package let qwcTakenAt: Instant?
    /// Nil where the last session ended without an error.
    package let failure: Failure?

    /// Sessions that ended in an error, one after another.
    package struct Failure: Hashable, Sendable {
        package let since: Instant
        /// Why the last one did, with what to do.
        package let cause: String
    }
}

extension Transaction {
    static let connectionColumns = """
        company_id, id, user_name, file_id, bound_company, bound_path, last_contact_at, last_session,
        costs_requested_at, costs_read_at, refused_sign_ins, last_refused_at, qwc_taken_at,
        failing_since, failure
        """

    func connection(of company: ID<Company>) throws -> Connection? {
        try row(
            "SELECT \(Self.connectionColumns) FROM connections WHERE company_id = $1", [.text(company.text)]
        ).map(Self.connection)
    }

    static func connection(_ row: Row) throws -> Connection {
        Connection(
            id: ID(try row.text("id")), company: ID(try row.text("company_id")), userName: try row.text("user_name"),
            fileID: try row.text("file_id"), boundCompany: try row.optionalText("bound_company"),
            boundPath: try row.optionalText("bound_path"),
            lastContactAt: try row.optionalInteger("last_contact_at").map(Instant.init(microsecondsSince1970:)),
            lastSession: try row.optionalText("last_session"),
            costsRequestedAt: try row.optionalInteger("costs_requested_at").map(Instant.init(microsecondsSince1970:)),
            costsReadAt: try row.optionalInteger("costs_read_at").map(Instant.init(microsecondsSince1970:)),
            refusedSignIns: try row.int("refused_sign_ins"),
            lastRefusedAt: try row.optionalInteger("last_refused_at").map(Instant.init(microsecondsSince1970:)),
            qwcTakenAt: try row.optionalInteger("qwc_taken_at").map(Instant.init(microsecondsSince1970:)),
            failure: try row.optionalInteger("failing_since").map { since in
                Connection.Failure(
                    since: Instant(microsecondsSince1970: since), cause: try row.optionalText("failure") ?? "")
            })
    }

    /// Keeps whether a session failed, and since when they have one after another.
    /// - Parameter failure: nil when it ended without an error.
    func note(failure: String?, of session: StoredSession, at now: Instant) throws {
        guard let failure else {
            try execute(
                "UPDATE connections SET failing_since = NULL, failure = NULL WHERE company_id = $1 AND id = $2",
                [.text(session.company.text), .text(session.connection.text)])
            return
        }
        try execute(
            """
            UPDATE connections SET failing_since = COALESCE(failing_since, $1), failure = $2
            WHERE company_id = $3 AND id = $4
            """,
            [
                .integer(now.microsecondsSince1970), .text(failure), .text(session.company.text),
                .text(session.connection.text),
            ])
    }
}

extension Plumbline {
    package func connection(of company: ID<Company>) async throws -> Connection? {
        try await database.read(of: company) { tx in try tx.connection(of: company) }
    }

    /// That somebody took the `.qwc` file, for the steps of setting up.
    package func noteQWCFileTaken(of company: ID<Company>) async throws {
        let now = clock.now()
        try await database.write(of: company) { tx in
            try tx.execute(
                "UPDATE connections SET qwc_taken_at = $1 WHERE company_id = $2",
                [.integer(now.microsecondsSince1970), .text(company.text)])
        }
    }
}
