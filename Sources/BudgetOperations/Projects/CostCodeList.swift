import BudgetDomain

/// A company's cost codes, and those that an act adds to them. Codes that differ only in capitals are one code:
/// QuickBooks tells no capitals from small letters in the names of items.
struct CostCodeList {
    private(set) var added: [CostCode] = []
    private var codes: [String: CostCode]
    private let company: ID<Company>
    private let randomness: Randomness

    init(_ present: [CostCode], of company: ID<Company>, randomness: Randomness) {
        codes = Dictionary(present.map { ($0.code.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        self.company = company
        self.randomness = randomness
    }

    subscript(code: String) -> CostCode? { codes[code.lowercased()] }

    /// - Throws: `Refused` when the code is there, and is not the same.
    mutating func add(_ draft: CostCodeDraft) throws(Refused) {
        guard let present = self[draft.code] else {
            append(draft)
            return
        }
        let isSame =
            present.code == draft.code && present.title == draft.title && present.parentCode == draft.parentCode
        guard isSame else { throw Refused(.costCodeAlreadyExists(present.code)) }
    }

    /// The code of that text, which is added when it is not there.
    mutating func present(_ draft: CostCodeDraft) -> CostCode {
        self[draft.code] ?? append(draft)
    }

    /// Refuses an added code whose tier above is in the list neither before nor now.
    func requireParents() throws(Refused) {
        for code in added {
            if let parent = code.parentCode, self[parent] == nil { throw Refused(.noSuchCostCode(parent)) }
        }
    }

    /// The first ten added codes, for an audit entry.
    var addedCodesShortly: String {
        let shown = added.prefix(10).map(\.code).joined(separator: ", ")
        return added.count > 10 ? "\(shown) and \(added.count - 10) more" : shown
    }

    @discardableResult
    private mutating func append(_ draft: CostCodeDraft) -> CostCode {
        let code = CostCode(
            id: randomness.id(), company: company, code: draft.code, title: draft.title, parentCode: draft.parentCode)
        codes[draft.code.lowercased()] = code
        added.append(code)
        return code
    }
}
