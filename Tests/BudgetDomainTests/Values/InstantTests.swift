import BudgetDomain
import Testing

@Suite struct `instants and dates` {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-01-31T12:34:56Z", 1_769_862_896_000_000),
            ("2024-02-29T23:59:59.000001Z", 1_709_251_199_000_001), ("1969-12-31T23:59:59.999999Z", -1),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000_000), ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
        ] as [(String, Int64)])
    func `print and read one ISO form`(text: String, microseconds: Int64) {
        #expect(Instant(microsecondsSince1970: microseconds).iso == text)
        #expect(Instant(iso: text)?.microsecondsSince1970 == microseconds)
    }

    @Test(arguments: [
        ("2026-01-31T12:34:56-05:00", "2026-01-31T17:34:56Z"), ("2026-01-31T00:30:00+01:00", "2026-01-30T23:30:00Z"),
        ("2026-01-31T12:34:56.5Z", "2026-01-31T12:34:56.500000Z"),
    ])
    func `read offsets and short fractions`(text: String, utc: String) {
        #expect(Instant(iso: text)?.iso == utc)
    }

    @Test(arguments: [
        "", "2026-01-31", "2026-01-31T12:34:56", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z", "2026-01-31 12:34:56Z", "2026-01-31T12:34:56.Z", "2026-01-31T12:34:56.1234567Z",
        "2026-01-31T12:34:56+5:00", "2026-01-31T12:34:56Zx", "x026-01-31T12:34:56Z", "0000-01-01T00:00:00+00:01",
        "２026-01-31T12:34:56Z",
    ])
    func `refuse all other text`(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test(arguments: [
        ("2026-01-05T08:00:45-08:00", "2026-01-05 16:00 UTC"), ("2026-01-05T08:00:45Z", "2026-01-05 08:00 UTC"),
        ("2026-01-05T08:00:45", "2026-01-05T08:00:45"), ("", ""),
    ])
    func `QuickBooks' moments are shown to the minute, and what is none as it stands`(text: String, shown: String) {
        #expect(Instant.toTheMinute(inQuickBooks: text) == shown)
    }

    @Test func `are moved by seconds and stop at the calendar's ends`() {
        let noon = Instant(microsecondsSince1970: 43_200_000_000)
        #expect(noon.adding(seconds: 90).iso == "1970-01-01T12:01:30Z")
        #expect(noon.adding(seconds: -43_201).iso == "1969-12-31T23:59:59Z")
        #expect(noon.adding(seconds: .max) == .latest)
        #expect(noon.adding(seconds: .min) == .earliest)
        #expect(noon.adding(seconds: 90).seconds(since: noon) == 90)
        #expect(noon.seconds(since: noon.adding(seconds: 90)) == -90)
        #expect(Instant(microsecondsSince1970: .max) == .latest)
        #expect(noon.date.iso == "1970-01-01")
    }

    @Test(arguments: Seeds.all)
    func `read back what they print`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let instant = Instant(microsecondsSince1970: random.magnitudeSpread(upTo: 253_402_300_799_999_999))
            #expect(Instant(iso: instant.iso) == instant, "seed \(seed)")
            #expect(CalendarDate(iso: instant.date.iso) == instant.date, "seed \(seed)")
        }
    }

    @Test func `every day follows the one before`() throws {
        var previous = try #require(CalendarDate(year: 1895, month: 12, day: 31))
        for number in (previous.daysSince1970 + 1)...(previous.daysSince1970 + 80_000) {
            let date = try #require(CalendarDate(daysSince1970: number))
            let follows =
                (date.year, date.month, date.day - 1) == (previous.year, previous.month, previous.day)
                || date.day == 1 && previous.day >= 28
            #expect(follows && date > previous && date.daysSince1970 == number)
            previous = date
        }
    }

    @Test func `no date is made up`() {
        #expect(CalendarDate(iso: "2023-02-29") == nil)
        #expect(CalendarDate(iso: "1900-02-29") == nil)
        #expect(CalendarDate(iso: "2000-02-29")?.iso == "2000-02-29")
        #expect(CalendarDate(iso: "2026-1-31") == nil)
        #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(CalendarDate(daysSince1970: .max) == nil)
    }
}
