import BudgetDomain
import MarkupBytes

/// The cells of one line as they stand in a form, with what they said when it was made.
struct BudgetLineForm {
    var typed: [BudgetCell: String] = [:]
    var seen: [BudgetCell: String] = [:]

    private static let cells: [(cell: BudgetCell, name: StaticString, seen: StaticString)] = [
        (.description, "description", "seen-description"), (.quantity, "quantity", "seen-quantity"),
        (.unitOfMeasure, "unitOfMeasure", "seen-unitOfMeasure"), (.unitCost, "unitCost", "seen-unitCost"),
        (.amount, "amount", "seen-amount"),
    ]

    init(_ fields: FormFields) {
        for (cell, name, seenName) in Self.cells {
            typed[cell] = fields[name] ?? ""
            seen[cell] = fields[seenName] ?? ""
        }
    }

    init(of line: BudgetLineItem) {
        for (cell, _, _) in Self.cells { typed[cell] = cell.text(of: line) }
        seen = typed
    }

    /// What was typed over what was there; the other figures follow from it.
    var changed: [BudgetCell: String] { typed.filter { $0.value != seen[$0.key] } }
    var seenOfChanged: [BudgetCell: String] { seen.filter { typed[$0.key] != $0.value } }

    /// Those that were typed over and say something else by now than when the form was made.
    func conflicts(with line: BudgetLineItem) -> [BudgetCell] {
        Self.cells.map(\.cell).filter { cell in
            changed[cell] != nil && seen[cell] != cell.text(of: line)
        }
    }

    /// Those that were typed over and say something else on the line.
    ///
    /// - Parameter line: nil for a line that is there no more.
    func unsaved(on line: BudgetLineItem?) -> [BudgetCell] {
        Self.cells.map(\.cell).filter { cell in
            changed[cell] != nil && typed[cell] != line.map { cell.text(of: $0) }
        }
    }

    /// The fields, made anew on what the line says now: whoever sends them has seen that.
    ///
    /// - Parameter line: nil for a line that is to be added.
    func fields(seenOn line: BudgetLineItem?) -> [HTML] {
        Self.cells.flatMap { cell, name, seenName -> [HTML] in
            let now = line.map { cell.text(of: $0) } ?? ""
            // What nobody typed over follows the line.
            let value = line != nil && changed[cell] == nil ? now : typed[cell] ?? ""
            let field = HTML.field(
                FormField(
                    name: name, label: cell.title, kind: cell.isFigure ? .amount : .text, hint: cell.hint,
                    value: value, isRequired: false))
            return [field, line == nil ? .nothing : .hidden(seenName, now)]
        }
    }
}

extension BudgetCell {
    fileprivate var isFigure: Bool {
        switch self {
        case .quantity, .unitCost, .amount: true
        case .costCode, .costType, .description, .unitOfMeasure: false
        }
    }

    fileprivate var hint: String? {
        switch self {
        case .quantity: "Quantity × unit cost makes the amount."
        case .amount: "Typed over quantity × unit cost it stands alone. =1200*1.08 is worked out."
        case .costCode, .costType, .description, .unitOfMeasure, .unitCost: nil
        }
    }
}
