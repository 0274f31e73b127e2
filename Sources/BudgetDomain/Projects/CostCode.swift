/// One of the company's standard cost codes: MasterFormat-style or the firm's own, flat or tiered.
/// In QuickBooks it is a two-sided Service item of the same name.
package struct CostCode: Hashable, Sendable {
    package let id: ID<CostCode>
    package let company: ID<Company>
    /// Unique in the company, for example `03-01-025`. It becomes the item's name.
    package let code: String
    package var title: String
    /// The code of the tier above, for example `03-01`.
    package var parentCode: String?

    package init(id: ID<CostCode>, company: ID<Company>, code: String, title: String, parentCode: String? = nil) {
        self.id = id
        self.company = company
        self.code = code
        self.title = title
        self.parentCode = parentCode
    }
}

/// A cost type of a budget code, such as Labor. QuickBooks has none.
package struct CostType: Hashable, Sendable {
    package let code: String
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// The types that a new company starts with; codes and names are Procore's defaults.
    package static let standard: [CostType] = [
        CostType(code: "E", name: "Equipment"),
        CostType(code: "L", name: "Labor"),
        CostType(code: "M", name: "Materials"),
        CostType(code: "O", name: "Other"),
        CostType(code: "OC", name: "Owner Cost"),
        CostType(code: "S", name: "Commitments"),
        CostType(code: "SVC", name: "Professional Services"),
    ]
}
