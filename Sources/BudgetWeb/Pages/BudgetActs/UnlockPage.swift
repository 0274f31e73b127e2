import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a person decides what becomes of the modifications when a budget is unlocked.
enum UnlockPage {
    static let route = PageRoute.signedIn(Site.budgetUnlock, get: show, post: unlock)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetUnlock)
        let view = try await visit.plumbline.budget(of: number, in: signedIn.company.id, by: signedIn.person.id)
        let back = BudgetActs.way(back: visit.query["then"], to: number)
        let refusals = view.refusalsToViewer(of: .unlock)
        guard refusals.isEmpty else {
            let refused = Refused(refusals)
            return .page(
                page(view, back, .refusal(refusals, title: "It cannot be unlocked now")),
                refusing: refused)
        }
        return .page(page(view, back, choices(view, back: back, on: visit)))
    }

    @Sendable private static func unlock(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetUnlock)
        guard let modifications = visit.form["modifications"].flatMap(ModificationsOnUnlock.init) else {
            throw PageProblem.unreadableForm
        }
        let flash: Flash = modifications == .delete ? .modificationsDeleted : .budgetUnlocked
        return try await BudgetActs.act("The budget was not unlocked", on: number, visit, done: flash) {
            try await visit.plumbline.unlockBudget(
                of: number, modifications: modifications, in: signedIn.company.id, by: signedIn.person.id)
        }
    }

    private static func page(_ view: BudgetView, _ back: Link, _ body: HTML) -> Page {
        Page(
            "Unlock the Budget", section: .projects, .p(.text("\(view.project.number) \(view.project.name)")), body,
            .p(.a(back, "Cancel")))
    }

    private static func choices(_ view: BudgetView, back: Link, on visit: Visit) -> HTML {
        let count = view.standing.budget.modifications.count
        guard count > 0 else {
            return .card(
                "The budget has no modifications",
                .p("The original amounts can be edited again, lines deleted and a budget imported."),
                form("Unlock", .main, .preserve, view, back, visit))
        }
        let noun = count == 1 ? "1 modification" : "\(count) modifications"
        return .tag(
            "div", [.class("choices-side-by-side")],
            .card(
                "Keep the \(noun)",
                .p(
                    """
                    The original amounts can be edited again. The modifications stay: each line's revised budget is \
                    its original amount with them.
                    """),
                form("Preserve and Unlock", .main, .preserve, view, back, visit)),
            .card(
                "Delete the \(noun)",
                .p("Every line goes back to its original amount. The modifications do not come back."),
                deletion(view, back, visit)))
    }

    private static func deletion(_ view: BudgetView, _ back: Link, _ visit: Visit) -> HTML {
        let label = "Delete modifications and unlock"
        guard view.standing.wasEverExported else { return form(label, .danger, .delete, view, back, visit) }
        return .button(label, id: "why-not-delete", refusedFor: [.syncedModificationsCannotBeDeleted])
    }

    private static func form(
        _ label: String, _ weight: ButtonWeight, _ modifications: ModificationsOnUnlock, _ view: BudgetView,
        _ back: Link, _ visit: Visit
    ) -> HTML {
        .form(
            to: Site.budgetUnlock.link(view.project.number), on: visit, .hidden("then", back.text),
            .hidden("modifications", modifications.rawValue), .button(label, weight))
    }
}
