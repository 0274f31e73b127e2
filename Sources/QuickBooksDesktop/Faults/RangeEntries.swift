/// What is known of a status code that has no entry of its own: QuickBooks gives its codes in ranges.
///
/// Source: Intuit, QuickBooks Desktop SDK, "Status codes in response messages".
enum RangeEntries {
    struct Range: Sendable {
        let codes: ClosedRange<Int>
        let entry: FaultEntry
    }

    static let all: [Range] = [
        Range(
            codes: 2...499,
            entry: FaultEntry(
                "2–499", "QuickBooks did it, and has a remark that Plumbline does not know.", .notKnownYet,
                .nobody, "Read QuickBooks' own words. " + ask)),
        Range(
            codes: 500...999,
            entry: FaultEntry(
                "500–999", "QuickBooks warns of something that Plumbline does not know.", .notKnownYet,
                .bookkeeper, "Follow QuickBooks' own words. " + ask)),
        Range(
            codes: 1000...1999,
            entry: FaultEntry(
                "1000–1999", "QuickBooks had a general error that Plumbline does not know.", .notKnownYet,
                .bookkeeper,
                "Close QuickBooks and open it again, then let it verify its data (File, Utilities). " + ask)),
        Range(
            codes: 2000...2999,
            entry: FaultEntry(
                "2000–2999", "QuickBooks does not support something in the request.", .notKnownYet, .us,
                "Update QuickBooks to a version that is still supported. " + ask)),
        Range(
            codes: 3000...3099,
            entry: FaultEntry(
                "3000–3099", "QuickBooks cannot read a value of the request.", .notKnownYet, .us, ask)),
        Range(
            codes: 3100...9099,
            entry: FaultEntry(
                "3100–9099", "QuickBooks does not accept the data of the request.", .notKnownYet, .bookkeeper,
                "Follow QuickBooks' own words. " + ask)),
        Range(
            codes: 9100...9199,
            entry: FaultEntry(
                "9100–9199", "QuickBooks does not accept a word that stands for a value.", .notKnownYet, .us, ask)),
    ]

    private static let ask =
        "If that does not help, send code, text and transcript to whoever looks after the server."

    /// - Returns: the entry of the code's range, under the code itself.
    static func entry(of code: Int) -> FaultEntry? {
        all.first { $0.codes.contains(code) }.map { range in
            FaultEntry(
                String(code), "This code is not known to Plumbline. " + range.entry.summary, range.entry.meaning,
                range.entry.owner, range.entry.cure)
        }
    }
}
