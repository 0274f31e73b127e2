/// A moment, to the microsecond, in UTC.
package struct Instant: Hashable, Sendable, Comparable {
    package let microsecondsSince1970: Int64

    /// The first microsecond of the year 0 and the last of 9999: all that the ISO text can write.
    package static let earliest = Instant(clamped: -62_167_219_200_000_000)
    package static let latest = Instant(clamped: 253_402_300_799_999_999)

    /// A number beyond `earliest` or `latest` gives that bound.
    package init(microsecondsSince1970: Int64) {
        let bounded = min(
            max(microsecondsSince1970, Instant.earliest.microsecondsSince1970),
            Instant.latest.microsecondsSince1970)
        self.init(clamped: bounded)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.microsecondsSince1970 < right.microsecondsSince1970
    }

    /// The moment that many seconds later (earlier when negative), within the bounds.
    package func adding(seconds: Int64) -> Instant {
        let (microseconds, isTooFar) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !isTooFar else { return seconds < 0 ? .earliest : .latest }
        let (sum, isBeyond) = microsecondsSince1970.addingReportingOverflow(microseconds)
        guard !isBeyond else { return seconds < 0 ? .earliest : .latest }
        return Instant(microsecondsSince1970: sum)
    }

    /// Whole seconds from `earlier` to this moment; negative when this one came first.
    package func seconds(since earlier: Instant) -> Int64 {
        (microsecondsSince1970 - earlier.microsecondsSince1970) / 1_000_000
    }

    private init(clamped microseconds: Int64) {
        microsecondsSince1970 = microseconds
    }
}
