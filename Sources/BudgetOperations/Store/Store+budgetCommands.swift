import BudgetDomain
import SQLDatabase

extension Transaction {
    func steps(on budget: ID<Budget>, of place: Place) throws -> BudgetSteps {
        func step(isUndone: Bool) throws -> BudgetStep? {
            try command(isUndone: isUndone, on: budget, of: place, columns: "made_at, label").map { row in
                BudgetStep(at: Instant(microsecondsSince1970: try row.integer(0)), label: try row.text(1))
            }
        }
        return BudgetSteps(undo: try step(isUndone: false), redo: try step(isUndone: true))
    }

    /// The person's latest step that is in force, or the one that was undone last.
    func command(isUndone: Bool, on budget: ID<Budget>, of place: Place) throws -> BudgetCommand? {
        try command(isUndone: isUndone, on: budget, of: place, columns: "id, number, made_at, label, changes")
            .map { try Self.command($0, in: place.company) }
    }

    private func command(
        isUndone: Bool, on budget: ID<Budget>, of place: Place, columns: StaticString
    ) throws -> Row? {
        try row(
            """
            SELECT \(columns) FROM budget_commands
            WHERE company_id = $1 AND budget_id = $2 AND person_id = $3 AND is_undone = $4
            ORDER BY number \(isUndone ? "ASC" : "DESC") LIMIT 1
            """,
            [
                .text(place.company.id.text), .text(budget.text), .text(place.person.id.text),
                .integer(isUndone ? 1 : 0),
            ])
    }

    private static func command(_ row: Row, in company: Company) throws -> BudgetCommand {
        let stored = try StoredText.decode([StoredLineChange].self, from: row.text(4))
        return BudgetCommand(
            id: ID(try row.text(0)), number: try row.int(1), at: Instant(microsecondsSince1970: try row.integer(2)),
            label: try row.text(3), changes: try stored.map { try $0.change(in: company.currency) },
            positions: Dictionary(
                stored.compactMap { line in line.position.map { (ID(line.id), $0) } },
                uniquingKeysWith: { first, _ in first }))
    }

    /// Writes a new step. Steps that were undone before can no longer be redone, and very old ones not be undone.
    func storeCommand(
        _ label: String, _ changes: [BudgetLineChange], of budget: Budget, by person: Person, id: ID<BudgetCommand>,
        at now: Instant
    ) throws -> BudgetCommand {
        let owner: [SQLValue] = [.text(budget.company.text), .text(budget.id.text), .text(person.id.text)]
        try execute(
            "DELETE FROM budget_commands WHERE company_id = $1 AND budget_id = $2 AND person_id = $3 AND is_undone = 1",
            owner)
        let last = try row(
            """
            SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) AS last FROM budget_commands
            WHERE company_id = $1 AND budget_id = $2 AND person_id = $3
            """, owner)
        let positions = try positions(ofDeleted: changes, on: budget)
        let number = try (last?.int(0) ?? 0) + 1
        try execute(
            "DELETE FROM budget_commands WHERE company_id = $1 AND budget_id = $2 AND person_id = $3 AND number <= $4",
            owner + [SQLValue(number - BudgetCommand.mostKept)])
        try execute(
            """
            INSERT INTO budget_commands
                (company_id, budget_id, person_id, id, number, made_at, label, changes, is_undone)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)
            """,
            owner + [
                .text(id.text), SQLValue(number), .integer(now.microsecondsSince1970), .text(label),
                .text(try StoredText.encode(changes.compactMap { StoredLineChange($0, positions: positions) })),
            ])
        return BudgetCommand(
            id: id, number: number, at: now, label: label, changes: changes, positions: positions)
    }

    private func positions(
        ofDeleted changes: [BudgetLineChange], on budget: Budget
    ) throws -> [ID<BudgetLineItem>: Int64] {
        let deleted = Set(changes.filter { $0.after == nil }.compactMap { $0.line?.id })
        guard !deleted.isEmpty else { return [:] }
        var positions: [ID<BudgetLineItem>: Int64] = [:]
        try forEach(
            "SELECT id, position FROM budget_line_items WHERE company_id = $1 AND budget_id = $2",
            [.text(budget.company.text), .text(budget.id.text)]
        ) { row in
            let id = ID<BudgetLineItem>(try row.text(0))
            if deleted.contains(id) { positions[id] = try row.integer(1) }
        }
        return positions
    }

    func setCommand(_ id: ID<BudgetCommand>, of company: ID<Company>, isUndone: Bool) throws {
        try execute(
            "UPDATE budget_commands SET is_undone = $1 WHERE company_id = $2 AND id = $3",
            [.integer(isUndone ? 1 : 0), .text(company.text), .text(id.text)])
    }

    func budgetID(of project: ID<Project>, in company: ID<Company>) throws -> ID<Budget> {
        let row = try row(
            "SELECT id FROM budgets WHERE company_id = $1 AND project_id = $2",
            [.text(company.text), .text(project.text)])
        guard let row else { throw Refused(.noSuchProject(project.text)) }
        return ID(try row.text(0))
    }
}
