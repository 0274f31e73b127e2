package import SQLDatabase

/// Every statement names the company whose rows it is about. This reads a statement as the store was asked to run it,
/// and says what is wrong with it.
package enum TenancyRule {
    /// Tables that belong to the servers, not to a company.
    package static let serverTables: Set<String> = [
        "schema_migrations", "transaction_receipts", "leases", "moves", "sign_in_attempts", "set_up_links",
    ]

    /// The only statements that look across companies, by how they begin, and why they may.
    static let acrossCompanies = [
        "SELECT id, name, currency": "the list of companies, for the server's command line",
        "SELECT c.company_id, c.id, c.password_digest": "a Web Connector signs in by a user name alone",
        "UPDATE connections SET last_contact_at = $1, refused_sign_ins = 0 WHERE company_id IN":
            "who called in the last second, written together",
        "UPDATE connections SET refused_sign_ins": "who came with a wrong password, written together",
        "SELECT 1 AS one": "is the database there, or a message due",
        "UPDATE outbox SET claimed_by": "messages that are due, of whichever company, claimed for one server",
        "SELECT c.company_id FROM connections c WHERE (EXISTS": "which companies left a read of costs behind",
        "SELECT c.company_id FROM connections c WHERE EXISTS (SELECT 1 FROM connector_sessions s":
            "which companies have old sessions of the Web Connector",
        "SELECT h.company_id, h.person_id, h.salt": "a person signs in by an address alone",
        "SELECT h.salt FROM people p": "people with one address share one salt",
        "SELECT t.company_id, t.person_id FROM sign_in_steps": "a sign-in goes on before its company is chosen",
        "DELETE FROM browser_sessions WHERE expires_at": "sessions that are over",
        "DELETE FROM known_devices WHERE seen_at": "browsers that nobody used for a year",
        "DELETE FROM sign_in_steps WHERE expires_at": "sign-ins that nobody finished",
        "DELETE FROM sign_in_links WHERE expires_at": "links that are too old",
        "SELECT w.company_id FROM webhooks w WHERE EXISTS": "which companies have old messages",
        "SELECT c.id FROM companies c WHERE EXISTS (SELECT 1 FROM budget_uploads": "which companies have old uploads",
    ]

    /// - Returns: a sentence, or nil for a statement that keeps the rule.
    package static func problem(with statement: ObservedStatement) -> String? {
        let words = words(of: statement.sql)
        let owned = tables(in: words).filter { !serverTables.contains($0) }
        guard !owned.isEmpty else { return nil }
        switch statement.scope {
        case .schema: return nil
        case .everyCompany:
            let text = statement.sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return acrossCompanies.keys.contains(where: text.hasPrefix) ? nil : "looks across companies: \(text)"
        case .company(let id):
            let names = words.count { $0 == "company_id" } + (owned.contains("companies") ? 1 : 0)
            if names < owned.count {
                return "names \(owned.count) tables and the company \(names) times: \(statement.sql)"
            }
            let isBulkInsert = statement.values.isEmpty && words.first == "INSERT"
            if isBulkInsert || statement.values.contains(.text(id)) { return nil }
            return "does not give the company of its transaction: \(statement.sql)"
        }
    }

    /// The names after FROM, JOIN, UPDATE and INTO, each as often as it stands there.
    private static func tables(in words: [Substring]) -> [String] {
        zip(words, words.dropFirst()).compactMap { word, next in
            ["FROM", "JOIN", "UPDATE", "INTO"].contains(word) && !["SET", "SELECT"].contains(next)
                ? String(next) : nil
        }
    }

    /// Words without their qualifier: `e.company_id` is `e` and `company_id`.
    private static func words(of sql: String) -> [Substring] {
        sql.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
