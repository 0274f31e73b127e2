import BudgetDomain
import SQLDatabase

extension Transaction {
    /// Stores changes of lines in their order, each with its audit entry.
    ///
    /// - Parameter step: the person's step that they belong to.
    func store(
        _ changes: [BudgetLineChange], of budget: Budget, step: BudgetCommand, isUndo: Bool = false, at place: Place,
        now: Instant
    ) throws {
        try write(changes, of: budget, positions: step.positions)
        let note = isUndo ? [("undoes", step.label)] : []
        for change in changes {
            for (act, details) in Self.audited(change) {
                try audit(
                    act, on: "budget of \(place.project.number)", by: place.actor, details: details + note,
                    in: budget.company, at: now)
            }
        }
    }

    /// New lines that follow each other go in together: thousands of a paste cost a few statements.
    private func write(
        _ changes: [BudgetLineChange], of budget: Budget, positions: [ID<BudgetLineItem>: Int64]
    ) throws {
        var added: [BudgetLineItem] = []
        for change in changes {
            if change.before == nil, let line = change.after {
                added.append(line)
                continue
            }
            if !added.isEmpty { try insert(added, into: budget, positions: positions) }
            added = []
            if let line = change.after {
                try update(line, of: budget)
            } else if let line = change.before {
                try execute(
                    "DELETE FROM budget_line_items WHERE company_id = $1 AND id = $2",
                    [.text(budget.company.text), .text(line.id.text)])
            }
        }
        if !added.isEmpty { try insert(added, into: budget, positions: positions) }
    }

    private static func audited(_ change: BudgetLineChange) -> [(AuditedAct, [(String, String)])] {
        guard let line = change.line else { return [] }
        let code = ("line", line.code.description)
        guard let before = change.before else {
            return [(.lineItemAdded, [code, ("amount", line.originalAmount.formatted)])]
        }
        guard let after = change.after else {
            return [(.lineItemDeleted, [code, ("amount", line.originalAmount.formatted)])]
        }
        var entries: [(AuditedAct, [(String, String)])] = []
        if before.description != after.description {
            entries.append((.descriptionChanged, [code, ("from", before.description), ("to", after.description)]))
        }
        if before.calculation != after.calculation || before.originalAmount != after.originalAmount {
            entries.append((.originalAmountChanged, [code, ("from", figures(before)), ("to", figures(after))]))
        }
        return entries
    }

    /// `1,250.00`, or with what it is computed from: `1,250.00 = 100 m2 × 12.50`.
    private static func figures(_ line: BudgetLineItem) -> String {
        guard case .automatic(let quantity, let unit, let cost) = line.calculation else {
            return line.originalAmount.formatted
        }
        let units = unit.isEmpty ? quantity.formatted : "\(quantity.formatted) \(unit)"
        return "\(line.originalAmount.formatted) = \(units) × \(cost.formatted)"
    }
}
