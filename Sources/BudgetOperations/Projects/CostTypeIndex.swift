import BudgetDomain

/// A company's cost types by everything that people write for them.
struct CostTypeIndex {
    private var typesByCode: [String: CostType] = [:]
    private var typesByName: [String: CostType] = [:]

    init(_ types: [CostType]) {
        for type in types {
            typesByCode[type.code.lowercased()] = type
            typesByName[type.name.lowercased()] = type
        }
    }

    /// The type of that code or name in any capitals, or of a well-known spelling of one of the default types.
    subscript(text: String) -> CostType? {
        let key = text.lowercased()
        return typesByCode[key] ?? typesByName[key]
            ?? CostTypeSpelling.code(of: text).flatMap { typesByCode[$0.lowercased()] }
    }
}
