import BudgetDomain
import SQLDatabase

/// Audit entries become a chain: each carries its memento and a hash that binds it and all before it, and the database
/// refuses to change one. A server of an earlier version would add entries without a hash, so it may not go on beside
/// this step, and the columns refuse what it adds before it has noticed.
extension Schema {
    static let auditChain = Migration("0008 audit chain", oldestBeside: 8) { transaction in
        try transaction.executeSchema(
            """
            CREATE TABLE audit_chain (
                company_id TEXT NOT NULL REFERENCES companies (id), number BIGINT NOT NULL, at BIGINT NOT NULL,
                actor_id TEXT, actor_name TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,
                details TEXT NOT NULL, memento TEXT NOT NULL, hash TEXT NOT NULL,
                CONSTRAINT audit_hash CHECK (length(hash) = 64),
                CONSTRAINT audit_entries_key PRIMARY KEY (company_id, number))
            """)
        for row in try transaction.rows("SELECT DISTINCT company_id FROM audit_entries ORDER BY company_id") {
            try transaction.chainEntries(of: try row.text(0))
        }
        try transaction.executeSchema("DROP TABLE audit_entries")
        try transaction.executeSchema("ALTER TABLE audit_chain RENAME TO audit_entries")
        try transaction.wallOff("audit_entries", by: "company_id")
        try transaction.makeAppendOnly("audit_entries")
    }
}

extension Transaction {
    /// What was written before there was a chain gets its hashes from what is there now.
    fileprivate func chainEntries(of company: String) throws {
        var head = AuditHead.genesis(of: company)
        while true {
            let page = try rows(
                """
                SELECT number, at, actor_id, actor_name, act, subject, details FROM audit_entries
                WHERE company_id = $1 AND number > $2 ORDER BY number LIMIT \(Self.auditPage)
                """, [.text(company), SQLValue(head.number)])
            var chained: [[SQLValue]] = []
            for row in page {
                let memento = try Self.shownMemento(row, of: company).text
                // A number that was missing before stays missing, and is found by whoever walks the chain.
                head = AuditHead(number: try row.int(0), hash: head.adding(memento).hash)
                chained.append([.text(company)] + row.values + [.text(memento), .text(head.hash)])
            }
            try insert(
                into: "audit_chain",
                columns: [
                    "company_id", "number", "at", "actor_id", "actor_name", "act", "subject", "details", "memento",
                    "hash",
                ], rows: chained)
            guard page.count == Self.auditPage else { return }
        }
    }
}
