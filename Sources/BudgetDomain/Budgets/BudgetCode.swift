/// What a budget line item is coded to: cost code and cost type, and the sub job or custom segments where a firm uses
/// them. A budget code stands at most once on a budget.
package struct BudgetCode: Hashable, Sendable, CustomStringConvertible {
    package let subJob: String?
    package let costCode: ID<CostCode>
    /// The cost code's text, for example `03-01-025`.
    package let costCodeText: String
    /// The cost type's code, for example `L`.
    package let costType: String
    /// Further segments in the project's work breakdown, which QuickBooks cannot carry.
    package let customSegments: String?

    package init(
        subJob: String? = nil, costCode: ID<CostCode>, costCodeText: String, costType: String,
        customSegments: String? = nil
    ) {
        self.subJob = subJob
        self.costCode = costCode
        self.costCodeText = costCodeText
        self.costType = costType
        self.customSegments = customSegments
    }

    /// The segments joined by the delimiter that Procore uses.
    package var description: String {
        var text = subJob.map { $0 + "." } ?? ""
        text += costCodeText + "." + costType
        if let customSegments { text += "." + customSegments }
        return text
    }
}
