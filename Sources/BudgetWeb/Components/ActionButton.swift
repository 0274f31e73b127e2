import BudgetDomain
import MarkupBytes

/// What a button does to what it is pressed for.
enum ButtonWeight: String {
    case ordinary = "button"
    /// What the page is for.
    case main = "button button-main"
    /// Takes something away.
    case danger = "button button-danger"
}

extension HTML {
    /// The button of the form around it.
    static func button(_ label: String, _ weight: ButtonWeight = .ordinary) -> HTML {
        .tag("button", [.named("type", "submit"), .class(weight.rawValue)], .text(label))
    }

    /// A button that cannot be pressed now, with why and who can lift it beside it. It can be reached with the
    /// keyboard, so that everybody gets to the reason.
    ///
    /// - Parameter id: unique on the page.
    static func button(_ label: String, id: String, refusedFor refusals: [Refusal]) -> HTML {
        let reasons = refusals.map { HTML.text("\($0.sentence) \($0.pageCure) ") }
        return .tag(
            "div", [.class("with-reason")],
            .tag(
                "button",
                [
                    .named("type", "button"), .class(ButtonWeight.ordinary.rawValue), .named("aria-disabled", "true"),
                    .named("aria-describedby", id),
                ], .text(label)),
            .tag("span", [.class("reason"), .id(id)], .fragment(reasons)))
    }
}
