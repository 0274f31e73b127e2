import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One person: what they may do, who said so, how they sign in, whether they left, and why something is refused to
/// them.
enum PersonPage {
    static let route = PageRoute.signedIn(
        Site.person,
        get: { visit, signedIn in
            let view = try await load(Site.person, visit, signedIn)
            return .page(try await page(of: view, on: visit, signedIn))
        })

    /// The person of the address: of this company, or there is no such page.
    static func load(
        _ address: AddressOfOne, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PersonView {
        let id = visit.part(address)
        do {
            return try await visit.plumbline.personView(
                ID(id), in: signedIn.company.id, by: signedIn.person.id)
        } catch let refused as Refused where refused.refusals == [.noSuchPerson(id)] {
            throw PageProblem.noSuch("person “\(id)”")
        }
    }

    /// Does what a form of the page asks for, and shows the page again: with what it did, or why it did not.
    static func act(
        _ address: AddressOfOne, _ visit: Visit, _ signedIn: SignedInPerson, title: String,
        _ act: (PersonView) async throws -> PageAnswer
    ) async throws -> PageAnswer {
        let view = try await load(address, visit, signedIn)
        do {
            return try await act(view)
        } catch let refused as Refused {
            let now = try await load(address, visit, signedIn)
            return .page(
                try await page(of: now, on: visit, signedIn, refused: refused, title: title),
                refusing: refused)
        }
    }

    private static func page(
        of view: PersonView, on visit: Visit, _ signedIn: SignedInPerson, refused: Refused? = nil, title: String = ""
    ) async throws -> Page {
        let person = view.person
        return Page(
            person.name, section: .directory, beside: badges(of: person, for: signedIn),
            refused.map {
                .refusal($0.refusals, title: title, meaning: "What \(person.name) may do is as it was.")
            } ?? .nothing,
            PersonLeaving.notice(view, on: visit, signedIn),
            PersonAccess.card(view, on: visit, signedIn), PersonPrivilege.card(view, on: visit, signedIn),
            PersonSignIn.card(view, on: visit, signedIn), PersonLeaving.card(view),
            try await PersonActs.card(view, on: visit, signedIn))
    }

    private static func badges(of person: Person, for signedIn: SignedInPerson) -> HTML {
        .tag(
            "div", [.class("row")],
            person.id == signedIn.person.id ? .badge("You", .neutral) : .nothing,
            person.isActive ? .nothing : .badge("Deactivated", .waiting),
            person.isAccountingApprover ? .badge("Accounting approver", .good) : .nothing)
    }
}
