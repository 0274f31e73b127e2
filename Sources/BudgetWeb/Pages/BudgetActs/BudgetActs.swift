import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What is done with a budget as a whole: the bar of buttons, and the addresses that its forms are sent to.
enum BudgetActs {
    static let routes: [PageRoute] = [
        PageRoute.signedIn(Site.budgetLock, post: lock), PageRoute.signedIn(Site.budgetSend, post: send),
        PageRoute.signedIn(Site.budgetRetrieve, post: retrieve), UnlockPage.route,
    ]

    /// The buttons for a page about this budget. Each is a form that leads back to that page, or is shown with why it
    /// is refused.
    ///
    /// - Parameter isNews: whether it comes beside another part of a page, to replace the bar that is there.
    static func bar(_ view: BudgetView, on visit: Visit, isNews: Bool = false) -> HTML {
        .actBar(
            "What can be done with the budget", id: "budget-acts", isNews: isNews,
            [lockOrUnlock(view, visit), sendOrRetrieve(view, visit), modify(view)])
    }

    private static func lockOrUnlock(_ view: BudgetView, _ visit: Visit) -> BarAct {
        let number = view.project.number
        guard view.standing.budget.isLocked else {
            return BarAct(
                name: "lock", label: "Lock Budget", refusals: view.refusalsToViewer(of: .lock),
                control: form(to: Site.budgetLock.link(number), on: visit, "Lock Budget", .main))
        }
        let page = returning(Site.budgetUnlock.link(number), on: visit)
        return BarAct(
            name: "unlock", label: "Unlock Budget", refusals: view.refusalsToViewer(of: .unlock),
            control: .buttonLink(page, "Unlock Budget"))
    }

    private static func sendOrRetrieve(_ view: BudgetView, _ visit: Visit) -> BarAct {
        let number = view.project.number
        if view.refusals(of: .retrieve).isEmpty {
            return BarAct(
                name: "retrieve", label: "Retrieve from ERP", refusals: view.refusalsToViewer(of: .retrieve),
                control: form(to: Site.budgetRetrieve.link(number), on: visit, "Retrieve from ERP"))
        }
        let label = view.standing.exports.isEmpty ? "Send to ERP" : "Re-send to ERP"
        return BarAct(
            name: "send", label: label, refusals: view.refusalsToViewer(of: .send),
            control: form(to: Site.budgetSend.link(number), on: visit, label, .main))
    }

    private static func modify(_ view: BudgetView) -> BarAct {
        let label = "Create Budget Modification"
        return BarAct(
            name: "modify", label: label, refusals: view.refusalsToViewer(of: .createModification),
            control: .buttonLink(Site.newModification.link(view.project.number), label))
    }

    private static func form(
        to link: Link, on visit: Visit, _ label: String, _ weight: ButtonWeight = .ordinary
    ) -> HTML {
        .form(to: link, on: visit, visit.here.map { .hidden("then", $0.text) } ?? .nothing, .button(label, weight))
    }

    private static func returning(_ link: Link, on visit: Visit) -> Link {
        visit.here.map { link.with("then", $0.text) } ?? link
    }
}

// What the forms do.
extension BudgetActs {
    @Sendable private static func lock(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetLock)
        return try await act("The budget was not locked", on: number, visit, done: .budgetLocked) {
            try await visit.plumbline.lockBudget(of: number, in: signedIn.company.id, by: signedIn.person.id)
        }
    }

    @Sendable private static func send(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetSend)
        return try await act("The budget was not sent", on: number, visit, done: .budgetSent) {
            _ = try await visit.plumbline.sendBudgetToERP(
                of: number, in: signedIn.company.id, by: signedIn.person.id)
        }
    }

    @Sendable private static func retrieve(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetRetrieve)
        return try await act("The budget was not retrieved", on: number, visit, done: .budgetRetrieved) {
            _ = try await visit.plumbline.retrieveBudget(
                of: number, in: signedIn.company.id, by: signedIn.person.id)
        }
    }

    /// Does it and leads back to the page the form was on; a refusal becomes a page that leads back too.
    static func act(
        _ title: String, on number: String, _ visit: Visit, done flash: Flash, _ act: () async throws -> Void
    ) async throws -> PageAnswer {
        let back = way(back: visit.form["then"], to: number)
        do {
            try await act()
            return .seeOther(back, flash: flash)
        } catch let refused as Refused {
            return .page(
                Page(
                    title, section: .projects, .refusal(refused.refusals, title: "Why it was refused"),
                    .p(.buttonLink(back, isMain: true, "Back"))), refusing: refused)
        }
    }

    static func way(back then: String?, to number: String) -> Link {
        then.flatMap(Link.init(local:)) ?? Site.budget.link(number)
    }
}
