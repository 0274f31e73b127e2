package import BudgetDomain

/// What somebody typed on one line of a budget.
package struct BudgetRowEdit: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case line(ID<BudgetLineItem>)
        /// A line to be added; its cost code and cost type are among the cells.
        case newLine
        /// A line to be deleted.
        case deletion(ID<BudgetLineItem>)

        /// Nil for a new one.
        package var line: ID<BudgetLineItem>? {
            switch self {
            case .line(let id), .deletion(let id): id
            case .newLine: nil
            }
        }
    }

    package let target: Target
    /// Texts as they were typed.
    package let cells: [BudgetCell: String]
    /// What the cells said when they were typed over. Those named are compared, so that nobody overwrites what
    /// somebody else typed in the meantime without having seen it.
    package let seen: [BudgetCell: String]

    package init(_ target: Target, cells: [BudgetCell: String] = [:], seen: [BudgetCell: String] = [:]) {
        self.target = target
        self.cells = cells
        self.seen = seen
    }
}

/// Edits that were made at once: one step for undo.
package struct BudgetEdit: Hashable, Sendable {
    /// How they were made, which gives the step its name.
    package enum Source: String, CaseIterable, Sendable {
        case typing = "Edit"
        case paste = "Paste"
        case fill = "Fill"
    }

    package enum Rule: String, CaseIterable, Sendable {
        /// One refused row refuses all.
        case allOrNothing
        /// Rows that are not refused are taken.
        case whatIsAccepted
    }

    /// The most rows of one edit.
    package static let mostRows = 5_000

    package let rows: [BudgetRowEdit]
    package let source: Source
    package let rule: Rule

    package init(_ rows: [BudgetRowEdit], source: Source = .typing, rule: Rule = .allOrNothing) {
        self.rows = rows
        self.source = source
        self.rule = rule
    }
}

/// What came of an edit, row by row in the edit's order.
package struct BudgetEditReport: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// The line says that already.
        case unchanged
        case changed(BudgetLineChange)
        case refused([Refusal])
    }

    package let rows: [Outcome]
    /// The step that was stored; nil when nothing was.
    package let command: BudgetCommand?
    package let afterwards: BudgetAfterwards

    package var refusals: [Refusal] {
        rows.flatMap { outcome -> [Refusal] in
            if case .refused(let refusals) = outcome { refusals } else { [] }
        }
    }

    package var changes: [BudgetLineChange] {
        rows.compactMap { outcome in
            if case .changed(let change) = outcome { change } else { nil }
        }
    }
}

/// One step of a person on a budget, that can be undone or redone.
package struct BudgetCommand: Hashable, Sendable {
    package let id: ID<BudgetCommand>
    /// Counts up within the budget and the person.
    package let number: Int
    package let at: Instant
    /// What was done, as in `Paste of 42 cells`.
    package let label: String
    package let changes: [BudgetLineChange]
    /// Where deleted lines stood among the others.
    let positions: [ID<BudgetLineItem>: Int64]

    /// The most steps that are kept for a person on a budget; older ones can no longer be undone.
    package static let mostKept = 100

    /// `Edit of 3 cells, 1 new line`.
    static func label(of changes: [BudgetLineChange], by source: BudgetEdit.Source) -> String {
        let cells = changes.reduce(0) { $0 + $1.cells.count }
        let parts = [
            (cells, "cell"), (changes.count { $0.before == nil }, "new line"),
            (changes.count { $0.after == nil }, "deleted line"),
        ]
        let deletions = changes.count { $0.after == nil }
        if deletions == changes.count { return "Deletion of \(deletions) line\(deletions == 1 ? "" : "s")" }
        let counted = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return "\(source.rawValue) of \(counted.joined(separator: ", "))"
    }
}
