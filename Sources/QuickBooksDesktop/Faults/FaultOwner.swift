/// Who can mend a fault.
package enum FaultOwner: String, Hashable, CaseIterable, Sendable {
    case bookkeeper
    case approver
    case quickBooksAdministrator
    case serverAdministrator
    /// It mends itself: QuickBooks or the next session does.
    case nobody
    case us

    package var words: String {
        switch self {
        case .bookkeeper: "a bookkeeper"
        case .approver: "an approver"
        case .quickBooksAdministrator: "the administrator of QuickBooks"
        case .serverAdministrator: "whoever looks after the server"
        case .nobody: "nobody; it passes"
        case .us: "the makers of Plumbline"
        }
    }
}
