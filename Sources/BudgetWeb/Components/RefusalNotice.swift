import BudgetDomain
import MarkupBytes

extension HTML {
    /// Why something was refused, what it means for the money, and who can lift it how.
    ///
    /// - Parameter meaning: what became of the money and of what was typed.
    static func refusal(
        _ refusals: [Refusal], title: String = "This was not done",
        meaning: String = "Nothing was changed here, and nothing was sent to QuickBooks."
    ) -> HTML {
        let items = refusals.map { refusal in
            HTML.li(.text(refusal.sentence), " ", .tag("span", [.class("quiet")], .text(refusal.pageCure)))
        }
        return .tag(
            "div", [.class("notice notice-bad"), .named("role", "alert"), .named("tabindex", "-1"), .id("problem")],
            .h2(.text(title)), .ul(items), .p(.text(meaning)))
    }
}
