import BudgetDomain

/// One column of the budget's table.
enum BudgetTableColumn: String, CaseIterable {
    case code, description, subJob, division, costCode, costType, quantity, unitOfMeasure, unitCost, amount
    case modifications, revised

    enum Kind: String {
        case text, figure, money
    }

    /// What is typed in it; nil where it follows from other cells.
    var cell: BudgetCell? {
        switch self {
        case .costCode: .costCode
        case .costType: .costType
        case .description: .description
        case .quantity: .quantity
        case .unitOfMeasure: .unitOfMeasure
        case .unitCost: .unitCost
        case .amount: .amount
        case .code, .subJob, .division, .modifications, .revised: nil
        }
    }

    var title: String {
        switch self {
        case .code: "Budget Code"
        case .subJob: "Sub Job"
        case .division: "Division"
        case .modifications: "Budget Modifications"
        case .revised: "Revised Budget"
        case .description, .costCode, .costType, .quantity, .unitOfMeasure, .unitCost, .amount: cell?.title ?? ""
        }
    }

    var kind: Kind {
        switch self {
        case .code, .description, .subJob, .division, .costCode, .costType, .unitOfMeasure: .text
        case .quantity, .unitCost: .figure
        case .amount, .modifications, .revised: .money
        }
    }

    /// Whether the cell of a line can be typed over. A line keeps its budget code.
    var isEditable: Bool {
        switch self {
        case .description, .quantity, .unitOfMeasure, .unitCost, .amount: true
        case .code, .subJob, .division, .costCode, .costType, .modifications, .revised: false
        }
    }

    /// The most characters that are taken; nil where no text is typed.
    var longest: Int? {
        switch self {
        case .description: BudgetLineItem.longestDescription
        case .unitOfMeasure: BudgetLineItem.longestUnitOfMeasure
        case .costCode: AccountingName.longestItemName
        case .code, .subJob, .division, .costType, .quantity, .unitCost, .amount, .modifications, .revised: nil
        }
    }

    /// The columns of a budget: without sub jobs where no line has one.
    static func columns(of budget: Budget) -> [BudgetTableColumn] {
        let hasSubJobs = budget.lines.contains { $0.code.subJob != nil }
        return allCases.filter { $0 != .subJob || hasSubJobs }
    }
}
