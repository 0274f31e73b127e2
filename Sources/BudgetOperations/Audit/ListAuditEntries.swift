package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The most audit entries that one reading answers.
    package static let mostAuditEntries = 500

    /// What was done in the company, newest first.
    /// - Parameters:
    ///   - before: only entries with a smaller number: the last one's of the page before.
    ///   - limit: how many at most, up to `mostAuditEntries`.
    package func auditEntries(
        of companyID: ID<Company>, before: Int? = nil, limit: Int
    ) async throws -> [AuditEntry] {
        try await database.read(of: companyID) { tx in
            try tx.rows(
                """
                SELECT number, at, actor_id, actor_name, act, subject, details FROM audit_entries
                WHERE company_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3
                """,
                [
                    .text(companyID.text), SQLValue(before ?? Int.max),
                    SQLValue(min(max(limit, 0), Self.mostAuditEntries)),
                ]
            ).map(Transaction.auditEntry)
        }
    }
}

extension Transaction {
    static func auditEntry(_ row: Row) throws -> AuditEntry {
        let text = try row.text("act")
        guard let act = AuditedAct(rawValue: text) else {
            throw UnreadableRow(table: "audit_entries", column: "act", value: text)
        }
        return AuditEntry(
            number: try row.int("number"), at: Instant(microsecondsSince1970: try row.integer("at")),
            actor: try actor(row), act: act, subject: try row.text("subject"), details: try row.text("details"))
    }

    private static func actor(_ row: Row) throws -> Actor {
        let name = try row.text("actor_name")
        if let id = try row.optionalText("actor_id") { return .person(ID(id), name: name) }
        if name == Actor.commandLine.name { return .commandLine }
        let (prefix, suffix) = ("QuickBooks Web Connector (", ")")
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else {
            throw UnreadableRow(table: "audit_entries", column: "actor_name", value: name)
        }
        return .connector(userName: String(name.dropFirst(prefix.count).dropLast(suffix.count)))
    }
}
