import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// Whether the Web Connector calls when it should, and gets its work done.
enum Heartbeat: Equatable {
    case neverCalled
    case onTime
    /// It calls on time, and its sessions fail.
    case failing(Connection.Failure)
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

    /// What keeps it from calling comes before what its last sessions met.
    init(of connection: Connection, now: Instant) {
        let calls = Heartbeat(lastContactAt: connection.lastContactAt, now: now)
        guard calls == .onTime, let failure = connection.failure else {
            self = calls
            return
        }
        self = .failing(failure)
    }

    var badge: HTML {
        switch self {
        case .neverCalled: .badge("Never called", .neutral)
        case .onTime: .badge("On time", .good)
        case .failing: .badge("Calls, but fails", .waiting)
        case .late: .badge("Late", .waiting)
        case .silent: .badge("Silent", .bad)
        }
    }

    /// What is wrong, and what to do at the QuickBooks computer; nothing while nothing has to be done.
    var notice: HTML {
        switch self {
        case .onTime: .nothing
        case .failing(let failure):
            .notice(
                "The Web Connector calls, but its sessions fail", .waiting,
                .p("Since ", .moment(failure.since), ": ", .text(failure.cause)),
                .p("What was accepted waits, and nothing is lost."))
        case .neverCalled:
            Self.silence(
                "Open the .qwc file in the Web Connector on the computer with QuickBooks, and type the password there.")
        case .late, .silent:
            Self.silence(
                """
                What was accepted waits, and nothing is lost. On the computer with QuickBooks: is somebody signed in \
                to Windows, does the Web Connector run, is Auto-Run ticked, and does it show an error?
                """)
        }
    }

    private static func silence(_ advice: String) -> HTML {
        .notice("The Web Connector does not call", .waiting, .p(.text(advice)))
    }
}
