internal import SQLDatabase

/// Mistakes in what is written down.
enum AuditMutants {
    static let all: [Mutant] = [
        .audit("move-not-audited", "That QuickBooks wrote an export is not audited.", of: ["export written"]) {
            leaveOut(&$0, &$1)
        },
        .audit("change-not-audited", "A new original amount is not audited.", of: ["original amount changed"]) {
            leaveOut(&$0, &$1)
        },
        .audit("handing-out-not-audited", "A write leaves for QuickBooks unaudited.", of: ["export handed out"]) {
            leaveOut(&$0, &$1)
        },
        .audit(
            "move-misnamed", "A refusal by QuickBooks is audited as a lost answer.",
            of: ["export refused by QuickBooks"]
        ) { _, values in values[5] = .text("answer lost") },
        .audit("number-skipped", "An audit number is taken and not used.", of: ["budget locked"]) { _, values in
            if case .integer(let number) = values[1] { values[1] = .integer(number + 1) }
        },
        .audit(
            "audit-tidied", "What was audited of a lost answer is removed once its fate is known.",
            of: ["proven absent", "export written"]
        ) { sql, values in
            sql = "DELETE FROM audit_entries WHERE company_id = $1 AND act = 'answer lost'"
            values = [values[0]]
        },
        .audit(
            "audit-overwritten", "The entry of an unlocking takes the place of the last one.", of: ["budget unlocked"]
        ) { sql, values in
            sql += " ON CONFLICT (company_id, number) DO UPDATE SET act = excluded.act, subject = excluded.subject"
            if case .integer(let number) = values[1] { values[1] = .integer(number - 1) }
        },
        .audit(
            "audited-as-nobody", "Acts of people are audited under the name of another.",
            of: ["export accepted", "budget sent to ERP"]
        ) { _, values in values[3] = .text("00000000-0000-4000-8000-000000000000") },
        .audit("chain-cut", "An entry's hash does not bind the one before it.", of: ["export written"]) { _, values in
            values[9] = .text(String(repeating: "0", count: 64))
        },
        .audit(
            "amount-audited-wrongly", "What is shown of an entry is not what its hash binds.",
            of: [
                "modification created"
            ]
        ) { _, values in values[7] = .text("amount: unknown") },
        Mutant(name: "ticket-audited", statement: "The ticket of a session is written into the audit.") {
            var hooks = MutantHooks()
            let ticket = Remembered("")
            hooks.request = { _, body in
                if let found = String(decoding: body, as: UTF8.self).text(between: "<ticket>", and: "<") {
                    ticket.change { $0 = found }
                }
                return body
            }
            hooks.sql = { sql, values in
                guard sql.hasPrefix("INSERT INTO audit_entries"), case .text(let details) = values[7] else {
                    return (sql, values)
                }
                var values = values
                values[7] = .text(details + "\nticket: " + ticket.change { $0 })
                return (sql, values)
            }
            return hooks
        },
    ]

    private static func leaveOut(_ sql: inout String, _ values: inout [SQLValue]) {
        sql = Mutant.nothing
        values = [values[0]]
    }
}
