import BudgetDomain
import MarkupBytes

extension HTML {
    /// A moment to the minute, in UTC, with the exact one for machines.
    static func moment(_ moment: Instant) -> HTML {
        .tag("time", [.named("datetime", moment.iso)], .text(moment.toTheMinute))
    }
}

extension Instant {
    /// `2026-03-02 09:00 UTC`
    var toTheMinute: String { "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5)) UTC" }
}
