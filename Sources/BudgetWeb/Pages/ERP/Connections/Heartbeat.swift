import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// Whether the Web Connector calls when it should.
enum Heartbeat: Equatable {
    case neverCalled
    case onTime
    /// Longer without a call than two of its intervals.
    case late
    /// For more than a day.
    case silent

    private static let lateAfterSeconds = Int64(2 * QWCFile.usualMinutes * 60)
    private static let silentAfterSeconds: Int64 = 24 * 60 * 60

    init(lastContactAt last: Instant?, now: Instant) {
        guard let last else {
            self = .neverCalled
            return
        }
        let seconds = now.seconds(since: last)
        self = seconds > Self.silentAfterSeconds ? .silent : seconds > Self.lateAfterSeconds ? .late : .onTime
    }

    var badge: HTML {
        switch self {
        case .neverCalled: .badge("Never called", .neutral)
        case .onTime: .badge("On time", .good)
        case .late: .badge("Late", .waiting)
        case .silent: .badge("Silent", .bad)
        }
    }

    /// What it means, and what to do at the QuickBooks computer; nil while nothing has to be done.
    var advice: String? {
        switch self {
        case .onTime: nil
        case .neverCalled:
            "Open the .qwc file in the Web Connector on the computer with QuickBooks, and type the password there."
        case .late, .silent:
            """
            What was accepted waits, and nothing is lost. On the computer with QuickBooks: is somebody signed in to \
            Windows, does the Web Connector run, is Auto-Run ticked, and does it show an error?
            """
        }
    }
}
