package import BudgetDomain
package import BudgetOperations
internal import Synchronization

/// The world's time, which passes only when a step says so.
package final class SimulatedClock: Sendable {
    private let microseconds: Mutex<Int64>

    package init(at start: Instant) { microseconds = Mutex(start.microsecondsSince1970) }

    package var now: Instant { Instant(microsecondsSince1970: microseconds.withLock { $0 }) }

    /// Backwards where `seconds` is negative.
    package func move(seconds: Int64) {
        microseconds.withLock { $0 += seconds * 1_000_000 }
    }

    package var clock: Clock { Clock { self.now } }

    /// A Monday morning, some weeks before daylight saving begins in America.
    package static let start = Instant(microsecondsSince1970: 1_771_254_000 * 1_000_000)
}

/// The clock of the machine on which QuickBooks runs: local time, which may be set wrongly and jumps twice a year.
package final class QuickBooksClock: Sendable {
    private struct Setting {
        var offsetMinutes = -8 * 60
        var wrongBySeconds: Int64 = 0
    }

    private let world: SimulatedClock
    private let setting = Mutex(Setting())

    init(world: SimulatedClock) { self.world = world }

    package func turnDaylightSaving() {
        setting.withLock { $0.offsetMinutes = $0.offsetMinutes == -8 * 60 ? -7 * 60 : -8 * 60 }
    }

    package func setWrong(bySeconds seconds: Int64) { setting.withLock { $0.wrongBySeconds = seconds } }

    /// As `2026-02-16T07:00:00-08:00`.
    package var text: String {
        let setting = setting.withLock { $0 }
        let local = world.now.adding(seconds: Int64(setting.offsetMinutes) * 60 + setting.wrongBySeconds)
        let hours = -setting.offsetMinutes / 60
        return local.iso.prefix(19) + "-0\(hours):00"
    }
}
