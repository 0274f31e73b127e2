import BudgetDomain
import BudgetOperations

/// Edits as the grid sends them.
struct BudgetEditRequest: Decodable {
    enum Source: String, Decodable {
        case typing, paste, fill
    }

    enum Rule: String, Decodable {
        case allOrNothing, whatIsAccepted
    }

    /// One of `line`, `new` and `delete`.
    struct Row: Decodable {
        let line: String?
        let new: Bool?
        let delete: String?
        let cells: [String: String]?
        let seen: [String: String]?
    }

    let source: Source?
    let rule: Rule?
    let preview: Bool?
    let rows: [Row]

    /// Nil when a row names no line, or a column that cannot be typed in.
    var edit: BudgetEdit? {
        let edits = rows.compactMap(\.edit)
        guard edits.count == rows.count else { return nil }
        let source: BudgetEdit.Source =
            switch self.source {
            case .typing, nil: .typing
            case .paste: .paste
            case .fill: .fill
            }
        return BudgetEdit(edits, source: source, rule: rule == .whatIsAccepted ? .whatIsAccepted : .allOrNothing)
    }
}

extension BudgetEditRequest.Row {
    fileprivate var edit: BudgetRowEdit? {
        guard let cells = Self.typed(cells), let seen = Self.typed(seen) else { return nil }
        switch (line, new, delete) {
        case (let id?, nil, nil): return BudgetRowEdit(.line(ID(id)), cells: cells, seen: seen)
        case (nil, true?, nil): return BudgetRowEdit(.newLine, cells: cells)
        case (nil, nil, let id?): return BudgetRowEdit(.deletion(ID(id)))
        case _: return nil
        }
    }

    private static func typed(_ texts: [String: String]?) -> [BudgetCell: String]? {
        var cells: [BudgetCell: String] = [:]
        for (key, text) in texts ?? [:] {
            guard let cell = BudgetCell(rawValue: key) else { return nil }
            cells[cell] = text
        }
        return cells
    }
}
