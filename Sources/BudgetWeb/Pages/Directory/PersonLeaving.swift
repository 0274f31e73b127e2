import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Letting somebody go who leaves the firm, and letting them back in.
enum PersonLeaving {
    static let deactivationRoute = PageRoute.signedIn(Site.personDeactivation, get: confirm, post: deactivate)
    static let reactivationRoute = PageRoute.signedIn(Site.personReactivation, post: reactivate)

    /// On the page of somebody who is active.
    static func card(_ view: PersonView) -> HTML {
        let person = view.person
        guard person.isActive else { return .nothing }
        let refusals = view.refusalsOfDeactivating
        return .card(
            "Leaving the firm",
            .p(
                "Whoever leaves is deactivated: signed out everywhere, and refused whatever they try. Their name stays."
            ),
            refusals.isEmpty
                ? .p(.buttonLink(Site.personDeactivation.link(person.id.text), "Deactivate \(person.name) …"))
                : .button("Deactivate \(person.name)", id: "why-not-deactivate", refusedFor: refusals))
    }

    /// On top of the page of somebody who is not.
    static func notice(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        let person = view.person
        guard let deactivation = person.deactivation else { return .nothing }
        let refusals = signedIn.person.refusals(of: .manageDirectory)
        return .notice(
            "\(person.name) is deactivated", .waiting,
            .p(
                "By \(deactivation.by), ", .moment(deactivation.at),
                ". \(person.name) cannot sign in and may do nothing here. What they did, sent and accepted stands."),
            .p(
                """
                Reactivated, they sign in as before and have the levels below again. Can Push to Accounting does not \
                come back with it.
                """),
            refusals.isEmpty
                ? .form(
                    to: Site.personReactivation.link(person.id.text), on: visit,
                    .button("Reactivate \(person.name)", .main))
                : .button("Reactivate \(person.name)", id: "why-not-reactivate", refusedFor: refusals))
    }

    @Sendable private static func confirm(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        let view = try await PersonPage.load(Site.personDeactivation, visit, signedIn)
        guard view.person.isActive else { return .seeOther(Site.person.link(view.person.id.text)) }
        let refusals = view.refusalsOfDeactivating
        guard refusals.isEmpty else {
            return .page(
                page(of: view, .refusal(refusals, title: "\(view.person.name) cannot be deactivated now")),
                status: RefusalStatus.of(Refused(refusals)))
        }
        let leaving = try await visit.plumbline.leaving(
            of: view.person.id, in: signedIn.company.id, by: signedIn.person.id)
        return .page(page(of: view, question(view, leaving, on: visit)))
    }

    private static func page(of view: PersonView, _ body: HTML) -> Page {
        let person = view.person
        return Page(
            "Deactivate \(person.name)?", section: .directory, isPlain: true, .p(.text(person.email)), body,
            .p(.a(Site.person.link(person.id.text), "Cancel")))
    }

    private static func question(_ view: PersonView, _ leaving: Leaving, on visit: Visit) -> HTML {
        [
            .card("What ends at once", .ul(endings(view, leaving))),
            .card("What stays", .ul(remains(view.person, leaving))),
            .form(
                to: Site.personDeactivation.link(view.person.id.text), on: visit,
                .button("Deactivate \(view.person.name)", .danger)),
        ]
    }

    private static func endings(_ view: PersonView, _ leaving: Leaving) -> [HTML] {
        let name = view.person.name
        let browsers = leaving.sessions == 1 ? "1 browser" : "\(leaving.sessions) browsers"
        var endings: [HTML] = [
            .li(
                leaving.sessions == 0
                    ? "\(name) cannot sign in any more."
                    : "\(name) is signed out of \(browsers), and cannot sign in any more."),
            .li("Whatever \(name) tries is refused. Links to set a password are worthless."),
        ]
        if view.person.canPushToAccounting {
            endings.append(.li("Can Push to Accounting is taken away, and does not come back with a reactivation."))
        }
        if view.requests.contains(where: \.isOpen) {
            endings.append(.li("The request for Can Push to Accounting is withdrawn."))
        }
        return endings
    }

    private static func remains(_ person: Person, _ leaving: Leaving) -> [HTML] {
        let exports = leaving.accepted.prefix(mostNamed).map { export -> HTML in
            .li(
                "Export \(export.number) of project ",
                .a(Site.erpStatus.link(export.project), .text(export.project)),
                ", which \(person.name) accepted, goes on its way. What was approved stays approved.")
        }
        let further = leaving.accepted.count - exports.count
        return exports
            + (further > 0 ? [.li("So do \(further) further exports that \(person.name) accepted.")] : [])
            + (exports.isEmpty
                ? [.li("What \(person.name) approved stays approved. Nothing of it is on its way now.")] : [])
            + [
                .li("The name \(person.name) stays in the history of budgets, exports and the audit trail."),
                .li("A Directory Admin can reactivate them, with the levels that they have now."),
            ]
    }

    private static let mostNamed = 5

    @Sendable private static func deactivate(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await change(
            Site.personDeactivation, visit, signedIn, title: "Nobody was deactivated", flash: .personDeactivated,
            visit.plumbline.deactivatePerson)
    }

    @Sendable private static func reactivate(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await change(
            Site.personReactivation, visit, signedIn, title: "Nobody was reactivated", flash: .personReactivated,
            visit.plumbline.reactivatePerson)
    }

    private static func change(
        _ address: AddressOfOne, _ visit: Visit, _ signedIn: SignedInPerson, title: String, flash: Flash,
        _ change: (String, ID<Company>, Actor) async throws -> Person
    ) async throws -> PageAnswer {
        try await PersonPage.act(address, visit, signedIn, title: title) { view in
            _ = try await change(view.person.email, signedIn.company.id, signedIn.actor)
            return .seeOther(Site.person.link(view.person.id.text), flash: flash)
        }
    }
}
