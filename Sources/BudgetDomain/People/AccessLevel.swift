/// How much of a tool a person may use. The four levels and their order are Procore's.
package enum AccessLevel: String, CaseIterable, Comparable, Sendable {
    case none
    case readOnly = "read only"
    case standard
    case admin

    package static func < (left: AccessLevel, right: AccessLevel) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .none: 0
        case .readOnly: 1
        case .standard: 2
        case .admin: 3
        }
    }
}
