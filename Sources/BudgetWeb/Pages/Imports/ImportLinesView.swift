import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What an import would do, line by line.
enum ImportLinesView {
    /// More are counted only; whoever wants to read all has the file.
    private static let mostLines = 200

    static func html(_ ready: ReadyImport) -> HTML {
        // What changes comes first: it is what has to be looked at.
        let lines = ready.lines.filter { $0.isChange } + ready.lines.filter { !$0.isChange }
        let shown = lines.prefix(mostLines).map { each in
            [
                .budgetCode(each.line.code), description(each), before(each.fate),
                .money(each.line.originalAmount), badge(each.fate),
            ] as [HTML]
        }
        let rest = lines.count - shown.count
        return [
            .table(
                "Lines in \(ready.total.currency.code)",
                [
                    .text("Budget code"), .text("Description"), .number("Now"), .number("After the import"),
                    .text("What happens"),
                ], rows: shown),
            rest > 0 ? .p("\(String(rest)) more lines are imported as well.") : .nothing,
        ]
    }

    private static func description(_ each: ReadyImport.Line) -> HTML {
        guard let unkept = each.unkept else { return .text(each.line.description) }
        return [
            .text(each.line.description), .tag("div", [.class("quiet")], .text(unkept.sentence)),
        ]
    }

    private static func before(_ fate: ReadyImport.Fate) -> HTML {
        switch fate {
        case .added: "–"
        case .changed(let amount): .money(amount)
        case .unchanged: "the same"
        }
    }

    private static func badge(_ fate: ReadyImport.Fate) -> HTML {
        switch fate {
        case .added: .badge("New", .good)
        case .changed: .badge("Changed", .waiting)
        case .unchanged: .badge("Unchanged", .neutral)
        }
    }
}

extension ReadyImport.Line {
    fileprivate var isChange: Bool {
        switch fate {
        case .changed: true
        case .added, .unchanged: false
        }
    }
}
