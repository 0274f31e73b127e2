import BudgetDomain
import MarkupBytes

/// One act of a bar: how it is done, or why it cannot be done now.
struct BarAct {
    /// Unique in the bar.
    let name: String
    let label: String
    let refusals: [Refusal]
    /// A form or a link, shown when nothing is refused.
    let control: HTML
}

extension HTML {
    /// Acts side by side. One that is refused stays where it is, cannot be pressed, and says below why and what would
    /// lift it; it can be reached with the keyboard, so that everybody gets to the reason.
    /// - Parameters:
    ///   - id: unique on the page, where a script replaces the bar.
    ///   - isNews: whether it comes beside another part of a page, to replace the bar that is there.
    static func actBar(_ label: String, id: String? = nil, isNews: Bool = false, _ acts: [BarAct]) -> HTML {
        let refused = acts.filter { !$0.refusals.isEmpty }
        return .tag(
            "section",
            [
                id.map(HTMLAttribute.id), .class("acts"), .named("aria-label", label),
                isNews ? .named("hx-swap-oob", "true") : nil,
            ],
            .tag("div", [.class("row")], .fragment(acts.map(control))),
            refused.isEmpty ? .nothing : .tag("ul", [.class("act-reasons")], .fragment(refused.map(reason))))
    }

    private static func control(_ act: BarAct) -> HTML {
        guard !act.refusals.isEmpty else { return act.control }
        return .tag(
            "button",
            [
                .named("type", "button"), .class(ButtonWeight.ordinary.rawValue), .named("aria-disabled", "true"),
                .named("aria-describedby", "act-\(act.name)"),
            ], .text(act.label))
    }

    private static func reason(_ act: BarAct) -> HTML {
        let reasons = act.refusals.map { refusal in
            [.text(" \(refusal.sentence) "), .tag("span", [.class("quiet")], .text(refusal.pageCure))] as HTML
        }
        return .tag("li", [.id("act-\(act.name)")], .tag("strong", [], .text(act.label)), .fragment(reasons))
    }
}
