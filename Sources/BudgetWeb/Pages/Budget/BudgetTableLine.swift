import BudgetDomain
import BudgetOperations

/// A line of the budget as it stands in the table: what each of its cells says.
struct BudgetTableLine: Sendable {
    let line: BudgetSheetLine
    let division: String
    let costTypeName: String

    var item: BudgetLineItem { line.item }
    var id: String { item.id.text }

    func money(_ column: BudgetTableColumn) -> Money? { line.money(column) }

    /// Figures with a point and without grouping; empty where the line has none.
    func text(_ column: BudgetTableColumn) -> String {
        switch column {
        case .code: item.code.description
        case .subJob: item.code.subJob ?? ""
        case .division: division
        case .modifications, .revised: money(column)?.plain ?? ""
        case .description, .costCode, .costType, .quantity, .unitOfMeasure, .unitCost, .amount:
            column.cell?.text(of: item) ?? ""
        }
    }
}

extension BudgetSheetLine {
    /// Nil in columns that hold none.
    func money(_ column: BudgetTableColumn) -> Money? {
        switch column {
        case .amount: item.originalAmount
        case .modifications: amounts.modifications
        // Nil where the sum lies beyond the limit of amounts, which no line that was stored does.
        case .revised: try? amounts.revised()
        case .code, .description, .subJob, .division, .costCode, .costType, .quantity, .unitOfMeasure, .unitCost: nil
        }
    }
}

/// Makes table lines of the lines of one company.
struct BudgetTableLines {
    private let divisions: CostCodeDivisions
    private let costTypeNames: [String: String]

    init(_ sheet: BudgetSheet) {
        self.init(sheet.costCodes, sheet.costTypes)
    }

    init(_ afterwards: BudgetAfterwards) {
        self.init(afterwards.costCodes, afterwards.costTypes)
    }

    private init(_ costCodes: [CostCode], _ costTypes: [CostType]) {
        divisions = CostCodeDivisions(costCodes)
        costTypeNames = Dictionary(costTypes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func callAsFunction(_ line: BudgetSheetLine) -> BudgetTableLine {
        BudgetTableLine(
            line: line, division: division(of: line.item.code.costCodeText),
            costTypeName: costTypeNames[line.item.code.costType] ?? "")
    }

    func division(of costCode: String) -> String { divisions[costCode] }

    func titleOfDivision(_ division: String) -> String { divisions.title(of: division) }
}
