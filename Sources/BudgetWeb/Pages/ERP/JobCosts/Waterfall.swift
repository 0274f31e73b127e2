import BudgetDomain
import MarkupBytes

/// The way from the original estimate to what remains: original, changes, revised, actual, remaining. Each bar has its
/// figure beside it, whole amounts are filled and steps are outlined, so that no colour is needed to read it.
struct Waterfall {
    struct Bar: Hashable {
        let title: String
        let amount: Money
        /// Where the bar begins and ends on the axis of amounts, in minor units; begins after it ends for a decrease.
        let from: Int64
        let to: Int64
        /// Whether it is an amount of its own, and not a step from one to the next.
        let isWhole: Bool
    }

    let bars: [Bar]

    /// - Throws: `MoneyFault` when a difference is beyond what money can say.
    init(_ total: JobCostsReport.Row) throws(MoneyFault) {
        let original = total.originalEstimate
        let changes = try total.budgetChanges + total.otherEstimateLines
        let revised = try total.revisedEstimate()
        let remaining = try revised - total.jobToDateCost
        bars = [
            Bar(title: "Original", amount: original, from: 0, to: original.minorUnits, isWhole: true),
            Bar(
                title: "Modifications", amount: changes, from: original.minorUnits, to: revised.minorUnits,
                isWhole: false),
            Bar(title: "Revised", amount: revised, from: 0, to: revised.minorUnits, isWhole: true),
            Bar(
                title: "Actual", amount: total.jobToDateCost, from: revised.minorUnits, to: remaining.minorUnits,
                isWhole: false),
            Bar(title: "Remaining", amount: remaining, from: 0, to: remaining.minorUnits, isWhole: true),
        ]
    }

    private static let width: Int64 = 480
    private static let labelWidth: Int64 = 120
    private static let rowHeight = 32

    /// - Parameter link: where the bars lead.
    func html(link: Link) -> HTML {
        let ends = bars.flatMap { [$0.from, $0.to] }
        let (least, most) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
        guard most > least else { return .nothing }
        func place(_ amount: Int64) -> Int64 {
            Int64(Int128(amount - least) * Int128(Self.width) / Int128(most - least)) + Self.labelWidth
        }
        let rows = bars.enumerated().map { row, bar in Self.row(bar, at: row, place: place, link: link) }
        let height = bars.count * Self.rowHeight
        return .tag(
            "svg",
            [
                .class("chart"), .named("viewBox", "0 0 760 \(height)"), .named("role", "group"),
                .named("aria-label", "From the original estimate to what remains"),
            ], .fragment(rows))
    }

    private static func row(_ bar: Bar, at row: Int, place: (Int64) -> Int64, link: Link) -> HTML {
        let (left, right) = (place(min(bar.from, bar.to)), place(max(bar.from, bar.to)))
        let top = row * rowHeight
        let shown = "\(bar.title): \(bar.amount.formatted)"
        return .tag(
            "a", [.named("href", link.text), .named("aria-label", shown)],
            .tag("text", [.named("x", "0"), .named("y", "\(top + 20)")], .text(bar.title)),
            .tag(
                "rect",
                [
                    .class(bar.isWhole ? "bar" : "bar bar-step"), .named("x", "\(left)"), .named("y", "\(top + 4)"),
                    .named("width", "\(max(1, right - left))"), .named("height", "\(rowHeight - 10)"),
                ]),
            .tag("text", [.named("x", "\(right + 8)"), .named("y", "\(top + 20)")], .text(bar.amount.formatted)))
    }
}
