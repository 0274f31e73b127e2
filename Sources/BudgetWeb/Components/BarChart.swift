import BudgetDomain
import MarkupBytes

/// One bar of a chart, with its words and its figure beside it, so that neither colour nor bar is needed to read it.
struct ChartBar: Hashable {
    enum Style: String {
        /// An amount of its own: filled.
        case whole = "bar"
        /// A step from one amount to the next: a dashed outline.
        case step = "bar bar-step"
        /// What may be spent, above what is: an outline.
        case frame = "bar bar-frame"
    }

    let title: String
    let amount: Money
    /// Where the bar begins and ends on the axis of amounts, in minor units; begins after it ends for a decrease.
    let from: Int64
    let to: Int64
    let style: Style
    /// The data behind the bar.
    let link: Link
    /// What the figure does not say, such as that it is too much.
    var note: String?
}

extension HTML {
    /// Bars from left to right on one axis of amounts, each a link to its data. Only the bars are pictures: words and
    /// figures wrap and grow with the page's text.
    static func barChart(_ label: String, _ bars: [ChartBar]) -> HTML {
        guard let axis = ChartAxis(of: bars) else { return .nothing }
        return .tag(
            "figure", [.class("chart")], .tag("figcaption", [], .text(label)),
            .ul(bars.map { bar in .li(.a(bar.link, row(of: bar, on: axis))) }))
    }

    private static func row(of bar: ChartBar, on axis: ChartAxis) -> HTML {
        let (left, right) = (axis.place(min(bar.from, bar.to)), axis.place(max(bar.from, bar.to)))
        return [
            .tag("span", [.class("chart-title")], .text(bar.title)),
            .tag(
                "svg",
                [
                    .named("viewBox", "0 0 \(ChartAxis.width) 20"), .named("preserveAspectRatio", "none"),
                    .named("aria-hidden", "true"), .named("focusable", "false"),
                ],
                .tag("path", [.class("axis"), .named("d", "M\(axis.place(0)) 0V20")]),
                .tag(
                    "rect",
                    [
                        .class(bar.style.rawValue), .named("x", "\(left)"), .named("y", "2"),
                        .named("width", "\(max(1, right - left))"), .named("height", "16"),
                    ])),
            .tag(
                "span", [.class("chart-figure")], .money(bar.amount),
                bar.note.map { .tag("span", [.class("quiet")], .text(" \($0)")) } ?? .nothing),
        ]
    }
}

/// From amounts to places, with nothing and every bar on it.
private struct ChartAxis {
    static let width: Int64 = 1_000

    private let least: Int64
    private let most: Int64

    /// Nil where there is nothing to draw.
    init?(of bars: [ChartBar]) {
        let ends = bars.flatMap { [$0.from, $0.to] }
        least = min(0, ends.min() ?? 0)
        most = max(0, ends.max() ?? 0)
        guard most > least else { return nil }
    }

    func place(_ amount: Int64) -> Int64 {
        Int64((Int128(amount) - Int128(least)) * Int128(Self.width) / (Int128(most) - Int128(least)))
    }
}
