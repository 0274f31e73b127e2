/// The status that people see beside a budget. The words are Procore's.
package enum ERPStatus: String, CaseIterable, Sendable {
    case notInERP = "Not in ERP"
    case readyToExport = "Ready to Export"
    case exporting = "Exporting"
    case failedToExport = "Failed to Export"
    case rejected = "Rejected"
    case invalid = "Invalid"
    case synced = "Synced"

    /// Derived from a budget's exports, oldest first; never stored.
    package init(exports: [Export]) {
        guard let last = exports.last(where: { $0.state.isOpen }) ?? exports.last else {
            self = .notInERP
            return
        }
        switch last.state {
        case .readyToExport: self = .readyToExport
        case .invalid: self = .invalid
        case .exporting, .awaitingJobCosts, .mismatched, .rewriting: self = .exporting
        case .failedToExport: self = .failedToExport
        case .synced: self = .synced
        case .rejected: self = Self.wasWritten(exports) ? .synced : .rejected
        case .retrieved: self = Self.wasWritten(exports) ? .synced : .notInERP
        }
    }

    /// An update that came back leaves what QuickBooks holds untouched.
    private static func wasWritten(_ exports: [Export]) -> Bool {
        exports.contains { $0.state.isInQuickBooks }
    }
}
