/// A day of the Gregorian calendar, of no particular time zone, between the years 0 and 9999.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.daysInMonth(month, ofYear: year)
        else { return nil }
        self.init(known: (year, month, day))
    }

    /// Reads `2026-01-31`; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2],
            let year = FixedPoint.integer(parts[0]),
            let month = FixedPoint.integer(parts[1]),
            let day = FixedPoint.integer(parts[2])
        else { return nil }
        self.init(year: Int(year), month: Int(month), day: Int(day))
    }

    /// `2026-01-31`.
    package var iso: String {
        "\(FixedPoint.padded(year, to: 4))-\(FixedPoint.padded(month, to: 2))-\(FixedPoint.padded(day, to: 2))"
    }

    package var description: String { iso }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private init(known: (year: Int, month: Int, day: Int)) {
        (year, month, day) = known
    }
}

// Days are counted in eras of 400 years that begin on 1 March, so that the leap day ends its year.
extension CalendarDate {
    private static let daysPerEra = 146_097
    private static let daysFromYearZeroMarchTo1970 = 719_468

    package var daysSince1970: Int {
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * CalendarDate.daysPerEra + dayOfEra - CalendarDate.daysFromYearZeroMarchTo1970
    }

    /// Nil when the day lies outside the years 0 to 9999.
    package init?(daysSince1970: Int) {
        guard (-719_528...2_932_896).contains(daysSince1970) else { return nil }
        let days = daysSince1970 + CalendarDate.daysFromYearZeroMarchTo1970
        let era = (days >= 0 ? days : days - (CalendarDate.daysPerEra - 1)) / CalendarDate.daysPerEra
        let dayOfEra = days - era * CalendarDate.daysPerEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(known: (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1))
    }

    private static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
