import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// One request that writes: what left and what came, without secrets.
enum RequestPage {
    static let route = PageRoute.signedIn(Site.erpRequest, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let id = visit.part(Site.erpRequest)
        let found = try await visit.plumbline.request(
            id: id, of: signedIn.company.id, by: signedIn.person.id)
        guard let found else { throw PageProblem.noSuch("request “\(id)”") }
        return .page(
            ERPTab.log.page(
                titled: "Request \(found.id)", beside: found.state.badge,
                .facts([
                    ("Writes", .text(found.purpose.rawValue)), ("Left", .moment(found.handedOutAt)),
                    ("Answered", found.answeredAt.map { .moment($0) } ?? "not yet"),
                ]), .transcript("Asked", found.request), .transcript("Answered", found.answer),
                .p(.a(LogPage.View.requests.link, "Back to the requests"))))
    }
}

extension HTML {
    /// A text of a machine, as it is.
    static func transcript(_ title: String, _ text: String) -> HTML {
        // A keyboard moves a long one within its card.
        let attributes: [HTMLAttribute?] = [
            .class("transcript"), .named("tabindex", "0"), .named("role", "region"), .named("aria-label", title),
        ]
        return .card(title, text.isEmpty ? .p("Nothing.") : .tag("pre", attributes, .text(ElementsOnLines.text(text))))
    }
}
