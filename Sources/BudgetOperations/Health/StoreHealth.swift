package import BudgetDomain
package import SQLDatabase

/// What the rows say about the work that goes on: whom to look after, over all companies.
package struct StoreHealth: Equatable, Sendable {
    package let companies: Int
    package let silent: Group
    package let refused: Group
    package let openSessions: Backlog
    package let unanswered: Backlog

    package init(companies: Int, silent: Group, refused: Group, openSessions: Backlog, unanswered: Backlog) {
        self.companies = companies
        self.silent = silent
        self.refused = refused
        self.openSessions = openSessions
        self.unanswered = unanswered
    }

    /// Some companies: how many, and the names of the first few.
    package struct Group: Equatable, Sendable {
        package let count: Int
        package let names: [String]

        package init(count: Int, names: [String]) {
            self.count = count
            self.names = names
        }
    }

    /// Work that was begun and has not ended.
    package struct Backlog: Equatable, Sendable {
        package let count: Int
        /// Since when the oldest of it waits; nil when there is none.
        package let oldest: Instant?

        package init(count: Int, oldest: Instant?) {
            self.count = count
            self.oldest = oldest
        }
    }

    /// How many companies are named.
    static let mostNames = 5
    /// A Web Connector that has been away for so long is not only switched off for a weekend.
    package static let silenceSeconds: Int64 = 4 * 86_400
}

extension Database {
    /// Changes nothing.
    package func health(at now: Instant) async throws -> StoreHealth {
        try await read(of: .everyCompany) { tx in
            StoreHealth(
                companies: try tx.row("SELECT COUNT(*) FROM companies")?.int(0) ?? 0,
                silent: try tx.companies(
                    whoseConnection: "COALESCE(n.last_contact_at, 0) < $1",
                    [.integer(now.adding(seconds: -StoreHealth.silenceSeconds).microsecondsSince1970)]),
                refused: try tx.companies(whoseConnection: "n.refused_sign_ins > 0", []),
                openSessions: try tx.backlog(
                    "SELECT COUNT(*), MIN(last_call_at) FROM connector_sessions WHERE closed_at IS NULL"),
                unanswered: try tx.backlog(
                    """
                    SELECT COUNT(*), MIN(handed_out_at) FROM message_sets
                    WHERE state IN ('handed out', 'unknown', 'inconclusive')
                    """))
        }
    }
}

extension Transaction {
    fileprivate func companies(whoseConnection condition: String, _ values: [SQLValue]) throws -> StoreHealth.Group {
        let from = "FROM connections n JOIN companies c ON c.id = n.company_id WHERE \(condition)"
        let count = try row("SELECT COUNT(*) \(from)", values)?.int(0) ?? 0
        let names = try rows("SELECT c.name \(from) ORDER BY c.name LIMIT \(StoreHealth.mostNames)", values)
        return StoreHealth.Group(count: count, names: try names.map { try $0.text(0) })
    }

    fileprivate func backlog(_ sql: String) throws -> StoreHealth.Backlog {
        guard let row = try row(sql) else { return StoreHealth.Backlog(count: 0, oldest: nil) }
        return StoreHealth.Backlog(
            count: try row.int(0), oldest: try row.optionalInteger(1).map(Instant.init(microsecondsSince1970:)))
    }
}
