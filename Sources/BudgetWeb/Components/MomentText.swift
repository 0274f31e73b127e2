import BudgetDomain
import MarkupBytes

extension HTML {
    /// A moment to the minute, in UTC, with the exact one for machines.
    static func moment(_ moment: Instant) -> HTML {
        let iso = moment.iso
        let shown = "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5)) UTC"
        return .tag("time", [.named("datetime", iso)], .text(shown))
    }
}
