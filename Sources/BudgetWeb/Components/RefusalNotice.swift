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
        refusal(title, meaning, refusals.map { (sentence: $0.sentence, cure: $0.pageCure) })
    }

    /// The same on the page of the one line that it is about.
    static func refusal(besideLine refusals: [Refusal], title: String, meaning: String) -> HTML {
        refusal(title, meaning, refusals.map { (sentence: $0.sentenceBesideLine, cure: $0.cureBesideLine) })
    }

    private static func refusal(
        _ title: String, _ meaning: String, _ reasons: [(sentence: String, cure: String)]
    ) -> HTML {
        let items = reasons.map { reason in
            HTML.li(.text(reason.sentence), " ", .tag("span", [.class("quiet")], .text(reason.cure)))
        }
        return .tag(
            "div", [.class("notice notice-bad"), .named("role", "alert"), .named("tabindex", "-1"), .id("problem")],
            .h2(.text(title)), .ul(items), .p(.text(meaning)))
    }
}
