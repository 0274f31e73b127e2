package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The most entries of one line's history.
    private static let mostHistory = 200

    /// What was done to one line of a budget, newest first: typed, added, deleted, moved by modifications, or brought
    /// by an import.
    package func budgetLineHistory(
        of budgetCode: String, on number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> [LineHistoryEntry] {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            let naming = try tx.entries(naming: budgetCode, at: place)
            let own = naming.map { LineHistoryEntry($0, .namesLine) }
            let imports = try tx.imports(at: place)
            var brought: [LineHistoryEntry] = []
            if !imports.isEmpty {
                let stays = LineStay.all(naming: naming.reversed(), isThere: try tx.hasLine(budgetCode, at: place))
                brought = stays.flatMap { $0.history(of: imports) }
            }
            return Array((own + brought).sorted { $0.entry.number > $1.entry.number }.prefix(Self.mostHistory))
        }
    }
}

extension Transaction {
    private static let historyColumns = "number, at, actor_id, actor_name, act, subject, details"

    /// The entries that name the line, newest first. However much was done since, those that added and deleted it are
    /// among them.
    fileprivate func entries(naming budgetCode: String, at place: Place) throws -> [AuditEntry] {
        let own = "line: \(budgetCode)\n"
        let named: [SQLValue] = [
            .text(place.company.id.text), .text("budget of \(place.project.number)"),
            SQLValue(own.unicodeScalars.count), .text(own),
        ]
        let latest = try rows(
            """
            SELECT \(Self.historyColumns) FROM audit_entries
            WHERE company_id = $1 AND subject = $2 AND (SUBSTR(details, 1, $3) = $4 OR act = $5)
            ORDER BY number DESC LIMIT $6
            """, named + [.text(AuditedAct.modificationCreated.rawValue), SQLValue(Plumbline.mostAuditEntries)]
        ).map(Transaction.auditEntry)
        let comingAndGoing = try rows(
            """
            SELECT \(Self.historyColumns) FROM audit_entries
            WHERE company_id = $1 AND subject = $2 AND SUBSTR(details, 1, $3) = $4 AND act IN ($5, $6)
            ORDER BY number DESC LIMIT $7
            """,
            named + [
                .text(AuditedAct.lineItemAdded.rawValue), .text(AuditedAct.lineItemDeleted.rawValue),
                SQLValue(Plumbline.mostAuditEntries),
            ]
        ).map(Transaction.auditEntry)
        let sides: Set = ["line: \(budgetCode)", "from: \(budgetCode)", "to: \(budgetCode)"]
        let touching = latest.filter { entry in
            entry.details.split(separator: "\n").contains { sides.contains(String($0)) }
        }
        let known = Set(touching.map(\.number))
        return (touching + comingAndGoing.filter { !known.contains($0.number) }).sorted { $0.number > $1.number }
    }

    fileprivate func imports(at place: Place) throws -> [AuditEntry] {
        try rows(
            """
            SELECT \(Self.historyColumns) FROM audit_entries
            WHERE company_id = $1 AND subject = $2 AND act = $3 ORDER BY number DESC LIMIT $4
            """,
            [
                .text(place.company.id.text), .text("budget of \(place.project.number)"),
                .text(AuditedAct.budgetImported.rawValue), SQLValue(Plumbline.mostAuditEntries),
            ]
        ).map(Transaction.auditEntry)
    }

    /// Whether a line is on the budget now, by the budget code as ``BudgetCode/description`` writes it.
    fileprivate func hasLine(_ budgetCode: String, at place: Place) throws -> Bool {
        try row(
            """
            SELECT 1 AS one FROM budgets b
            JOIN budget_line_items l ON l.company_id = b.company_id AND l.budget_id = b.id
            JOIN cost_codes c ON c.company_id = l.company_id AND c.id = l.cost_code_id
            WHERE b.company_id = $1 AND b.project_id = $2
                AND CASE l.sub_job WHEN '' THEN '' ELSE l.sub_job || '.' END || c.code || '.' || l.cost_type
                    || CASE l.custom_segments WHEN '' THEN '' ELSE '.' || l.custom_segments END = $3
            LIMIT 1
            """, [.text(place.company.id.text), .text(place.project.id.text), .text(budgetCode)]) != nil
    }
}
