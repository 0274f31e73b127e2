import BudgetDomain

extension Instant {
    /// To the minute, in UTC: `2026-01-31 12:34 UTC`.
    var toTheMinute: String {
        "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5)) UTC"
    }
}
