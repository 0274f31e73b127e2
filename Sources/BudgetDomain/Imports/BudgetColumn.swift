/// The columns of a budget file that are read.
package enum BudgetColumn: String, SheetColumn, CaseIterable {
    case subJob, costCode, costCodeTitle, tier1, tier2, tier3, tier4, tier5
    case costType, budgetCode, customSegments, description
    case quantity, unitOfMeasure, unitCost, manualCalculation, amount

    static let tiers: [BudgetColumn] = [.tier1, .tier2, .tier3, .tier4, .tier5]

    package var title: String {
        switch self {
        case .subJob: "Sub Job"
        case .costCode: "Cost Code"
        case .costCodeTitle: "Cost Code Title"
        case .tier1: "Cost Code Tier 1"
        case .tier2: "Cost Code Tier 2"
        case .tier3: "Cost Code Tier 3"
        case .tier4: "Cost Code Tier 4"
        case .tier5: "Cost Code Tier 5"
        case .costType: "Cost Type"
        case .budgetCode: "Budget Code"
        case .customSegments: "Custom Segments"
        case .description: "Description"
        case .quantity: "Unit Qty"
        case .unitOfMeasure: "UOM"
        case .unitCost: "Unit Cost"
        case .manualCalculation: "Manual Calculation"
        case .amount: "Budget Amount"
        }
    }

    var spellings: [String] {
        switch self {
        case .subJob: ["Sub Job", "Sub Job Code", "Subproject", "Sub Project"]
        case .costCode:
            [
                "Cost Code", "Cost Code Number", "Cost Code No", "Job Cost Code", "Code", "Code No", "Phase Code",
                "Phase",
                "CSI Code", "Item Code", "Item",
            ]
        case .costCodeTitle:
            ["Cost Code Title", "Cost Code Name", "Cost Code Description", "Code Description", "Title"]
        case .tier1: ["Cost Code Tier 1", "Tier 1", "Division"]
        case .tier2: ["Cost Code Tier 2", "Tier 2"]
        case .tier3: ["Cost Code Tier 3", "Tier 3"]
        case .tier4: ["Cost Code Tier 4", "Tier 4"]
        case .tier5: ["Cost Code Tier 5", "Tier 5"]
        case .costType: ["Cost Type", "Line Item Type", "Cost Category", "Category", "Type", "Cost Class"]
        case .budgetCode: ["Budget Code", "WBS Code", "WBS"]
        case .customSegments: ["Custom Segments", "Custom Segment"]
        case .description:
            [
                "Budget Code Description", "Description", "Line Item Description", "Line Description",
                "Item Description",
                "Desc", "Scope",
            ]
        case .quantity: ["Unit Qty", "Unit Quantity", "Qty", "Quantity", "Budget Qty", "Est Qty", "Units"]
        case .unitOfMeasure: ["UOM", "Unit of Measure", "U/M", "Unit", "Measure"]
        case .unitCost: ["Unit Cost", "Unit Price", "Cost per Unit", "Unit Rate", "Rate", "Price"]
        case .manualCalculation: ["Manual Calculation", "Calculation Method", "Manual", "Override"]
        case .amount:
            [
                "Original Budget Amount", "Budget Amount", "Original Budget", "Original Amount", "Budgeted Amount",
                "Amount",
                "Budget", "Line Total", "Extended Cost", "Extension", "Subtotal", "Total Cost", "Total Budget", "Total",
            ]
        }
    }

    static func missing(from found: Set<BudgetColumn>) -> [String] {
        var sentences: [String] = []
        if found.isDisjoint(with: [.costCode, .budgetCode] + tiers) {
            sentences.append("No column holds the cost code.")
        }
        if !found.contains(.amount), !found.isSuperset(of: [.quantity, .unitCost]) {
            sentences.append("No column holds the amount, nor are there a quantity and a unit cost.")
        }
        return sentences
    }
}
