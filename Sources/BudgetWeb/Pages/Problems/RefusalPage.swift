import BudgetDomain
import MarkupBytes

/// A whole page for a refusal that no form on a page can show.
enum RefusalPage {
    static func page(_ refused: Refused) -> Page {
        Page(
            "This cannot be done now", .refusal(refused.refusals),
            .p(.a(Site.dashboard.link, "Back to the dashboard")))
    }
}
