/// A segment of a cost code's place in the firm's list: `03-01-025`, `PLAN COPY`.
package struct CostCodeTier: Hashable, Sendable {
    package let code: String
    /// Nil when the file gives the code alone.
    package let title: String?

    package init(code: String, title: String?) {
        self.code = code
        self.title = title
    }

    /// Reads `03-01-025 - PLAN COPY`. A hyphen without spaces around it belongs to the code.
    init(reading cell: String) {
        let scalars = Array(cell.unicodeScalars)
        let dashes: [Unicode.Scalar] = ["-", "–", "—"]
        let parting = scalars.indices.dropFirst().dropLast().first { index in
            dashes.contains(scalars[index]) && scalars[index - 1] == " " && scalars[index + 1] == " "
        }
        guard let parting else {
            self.init(code: cell, title: nil)
            return
        }
        let code = CellText.trimmed(CostCodeTier.text(scalars[..<parting]))
        let title = CellText.trimmed(CostCodeTier.text(scalars[(parting + 1)...]))
        self.init(code: code, title: title.isEmpty ? nil : title)
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}

/// One line of a budget as the file has it: its codes are still text, known to no project.
package struct ImportedBudgetLine: Hashable, Sendable {
    /// As a spreadsheet numbers rows, from 1.
    package var row: Int
    package var subJob: String?
    package var costCode: String
    package var costCodeTitle: String?
    /// The cost code's parents, the outermost first; empty when the file has no tiers.
    package var tiers: [CostCodeTier]
    /// The cost type's code or name as the file has it: see `CostTypeSpelling`.
    package var costType: String
    /// What a budget code has beyond sub job, cost code and cost type, parted by points.
    package var customSegments: String?
    package var description: String
    package var quantity: Quantity?
    package var unitOfMeasure: String?
    package var unitCost: UnitCost?
    /// True when the amount was given by hand; false when it is quantity × unit cost.
    package var manualCalculation: Bool
    package var amount: Money

    package init(
        row: Int, subJob: String? = nil, costCode: String, costCodeTitle: String? = nil, tiers: [CostCodeTier] = [],
        costType: String, customSegments: String? = nil, description: String, quantity: Quantity? = nil,
        unitOfMeasure: String? = nil, unitCost: UnitCost? = nil, manualCalculation: Bool, amount: Money
    ) {
        self.row = row
        self.subJob = subJob
        self.costCode = costCode
        self.costCodeTitle = costCodeTitle
        self.tiers = tiers
        self.costType = costType
        self.customSegments = customSegments
        self.description = description
        self.quantity = quantity
        self.unitOfMeasure = unitOfMeasure
        self.unitCost = unitCost
        self.manualCalculation = manualCalculation
        self.amount = amount
    }
}
