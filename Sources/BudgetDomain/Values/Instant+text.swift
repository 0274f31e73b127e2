extension Instant: CustomStringConvertible {
    private static let microsecondsPerDay: Int64 = 86_400_000_000

    /// `2026-01-31T12:34:56Z`, or `2026-01-31T12:34:56.000001Z` when the second is not whole.
    package var iso: String {
        let (day, timeOfDay) = dayAndTime
        let second = Int(timeOfDay / 1_000_000)
        let time = [second / 3600, second / 60 % 60, second % 60].map { FixedPoint.padded($0, to: 2) }.joined(
            separator: ":")
        let microsecond = Int(timeOfDay % 1_000_000)
        let fraction = microsecond == 0 ? "" : "." + FixedPoint.padded(microsecond, to: 6)
        return "\(day)T\(time)\(fraction)Z"
    }

    package var description: String { iso }

    /// For people, in UTC: `2026-03-02 09:00 UTC`.
    package var toTheMinute: String { "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5)) UTC" }

    /// The same for a moment as QuickBooks writes it. What names no moment, as a time without a zone, stays as it is.
    package static func toTheMinute(inQuickBooks text: String) -> String { Instant(iso: text)?.toTheMinute ?? text }

    /// The day on which this moment falls in UTC.
    package var date: CalendarDate { dayAndTime.day }

    /// Reads `2026-01-31T12:34:56`, with up to six decimals, then `Z` or an offset such as `-05:00`. Nil for anything
    /// else: a time without a zone is no moment.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard (20...32).contains(bytes.count), bytes[10] == UInt8(ascii: "T"),
            let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            let seconds = Instant.secondOfDay(bytes[11..<19]),
            let (microseconds, zone) = Instant.fraction(bytes[19...]),
            let offset = Instant.offsetSeconds(zone)
        else { return nil }
        let whole = Int64(date.daysSince1970) * 86_400 + seconds - offset
        let moment = whole * 1_000_000 + microseconds
        guard (Instant.earliest.microsecondsSince1970...Instant.latest.microsecondsSince1970).contains(moment)
        else { return nil }
        self.init(microsecondsSince1970: moment)
    }

    private var dayAndTime: (day: CalendarDate, time: Int64) {
        var (days, time) = microsecondsSince1970.quotientAndRemainder(dividingBy: Instant.microsecondsPerDay)
        if time < 0 { (days, time) = (days - 1, time + Instant.microsecondsPerDay) }
        guard let day = CalendarDate(daysSince1970: Int(days)) else {
            preconditionFailure("an instant lies within the years that a calendar date covers")
        }
        return (day, time)
    }

    /// `12:34:56`.
    private static func secondOfDay(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2, 2],
            let hour = FixedPoint.integer(parts[0]), hour < 24,
            let minute = FixedPoint.integer(parts[1]), minute < 60,
            let second = FixedPoint.integer(parts[2]), second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// The microseconds of `.123…`, none when there is no point, and what follows.
    private static func fraction(_ bytes: ArraySlice<UInt8>) -> (microseconds: Int64, rest: ArraySlice<UInt8>)? {
        guard bytes.first == UInt8(ascii: ".") else { return (0, bytes) }
        let digits = bytes.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard (1...6).contains(digits.count) else { return nil }
        let padding = repeatElement(UInt8(ascii: "0"), count: 6 - digits.count)
        guard let microseconds = FixedPoint.integer(Array(digits) + padding) else { return nil }
        return (microseconds, bytes[digits.endIndex...])
    }

    private static func offsetSeconds(_ zone: ArraySlice<UInt8>) -> Int64? {
        if zone.elementsEqual("Z".utf8) { return 0 }
        guard zone.count == 6, let sign = zone.first, let time = secondOfDay(zone.dropFirst() + Array(":00".utf8))
        else { return nil }
        if sign == UInt8(ascii: "+") { return time }
        return sign == UInt8(ascii: "-") ? -time : nil
    }
}
