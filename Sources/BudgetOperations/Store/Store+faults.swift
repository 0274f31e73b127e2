import BudgetDomain

/// A fault as it stands in a row.
struct StoredFault: Codable {
    let code: String
    let text: String
    let meaning: String
    let cure: String
    let mayPass: Bool

    init(_ fault: ERPFault) {
        code = fault.code
        text = fault.text
        meaning = fault.meaning
        cure = fault.cure
        mayPass = fault.mayPass
    }

    var fault: ERPFault { ERPFault(code: code, text: text, meaning: meaning, cure: cure, mayPass: mayPass) }
}
