import BudgetDomain
import MarkupBytes

extension HTML {
    /// A moment to the minute, in UTC, with the exact one for machines.
    static func moment(_ moment: Instant) -> HTML {
        .tag("time", [.named("datetime", moment.iso)], .text(moment.toTheMinute))
    }
}
