import BudgetDomain
import SQLDatabase

extension Transaction {
    func projectsByJob(of company: ID<Company>) throws -> [String: String] {
        var projects: [String: String] = [:]
        try forEach(
            "SELECT list_id, id FROM projects WHERE company_id = $1 AND list_id IS NOT NULL", [.text(company.text)]
        ) { row in projects[try row.text(0)] = try row.text(1) }
        return projects
    }

    /// Adds a page of cost lines to a read that is under way. They are shown once the whole read is in.
    func insert(
        _ lines: [ConnectorOutcome.CostLine], readID: String, projects: [String: String], of company: ID<Company>
    ) throws {
        // A document that changes while it is read may come on two pages of one read; within a page once is enough.
        var seen: Set<[String]> = []
        try insert(
            into: "job_cost_lines",
            columns: [
                "company_id", "read_id", "project_id", "kind", "txn_id", "txn_line_id", "date", "number", "party",
                "item_list_id", "item_or_account", "amount",
            ],
            rows: lines.compactMap { each in
                guard seen.insert([each.line.kind.rawValue, each.line.txnID, each.line.txnLineID]).inserted else {
                    return nil
                }
                return projects[each.jobListID].map { project in
                    [
                        .text(company.text), .text(readID), .text(project), .text(each.line.kind.rawValue),
                        .text(each.line.txnID), .text(each.line.txnLineID), .text(each.line.date),
                        .text(each.line.number), .text(each.line.party), SQLValue(each.line.itemListID),
                        .text(each.line.itemOrAccount), .integer(each.line.amount.minorUnits),
                    ]
                }
            })
    }

    /// A whole read is in: the report shows it from now on, and older reads go.
    ///
    /// The connection's row comes last, since whoever notes who called waits for it, and others for him.
    func finishCosts(readID: String, session: StoredSession, at now: Instant) throws {
        try execute(
            "DELETE FROM job_cost_lines WHERE company_id = $1 AND read_id <> $2",
            [.text(session.company.text), .text(readID)])
        try execute(
            """
            UPDATE connections SET costs_read_at = $1, costs_read_id = $2, costs_requested_at = NULL
            WHERE company_id = $3 AND id = $4
            """,
            [
                .integer(now.microsecondsSince1970), .text(readID), .text(session.company.text),
                .text(session.connection.text),
            ])
    }
}
