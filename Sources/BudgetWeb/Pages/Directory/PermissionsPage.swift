import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where somebody's levels and rights are set one by one, everywhere or on one project.
enum PermissionsPage {
    static let route = PageRoute.signedIn(Site.personPermissions, get: show, post: change)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        let place = try await place(visit.query["project"], visit, signedIn)
        return .page(page(of: place, chosen: place.person.permissions, on: visit))
    }

    @Sendable private static func change(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let place = try await place(visit.form["project"], visit, signedIn)
        let chosen = try PermissionFields.permissions(in: visit.form, of: tools(on: place.project))
        do {
            _ = try await visit.plumbline.setPermissions(
                of: place.person.email, in: signedIn.company.id, to: chosen, on: place.project,
                by: signedIn.actor, seen: visit.form["seen"] ?? "")
            return .seeOther(Site.person.link(place.person.id.text), flash: .permissionsChanged)
        } catch let refused as Refused {
            return .page(
                page(of: place, chosen: chosen, on: visit, refused: refused), refusing: refused)
        }
    }

    /// Whom the page is about, with the permissions in force where it is about.
    private struct PlaceOfPermissions {
        let person: Person
        /// The number; nil for everywhere.
        let project: String?
    }

    private static func place(
        _ project: String?, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PlaceOfPermissions {
        let person = try await PersonPage.load(Site.personPermissions, visit, signedIn).person
        guard let project, !project.isEmpty else { return PlaceOfPermissions(person: person, project: nil) }
        return PlaceOfPermissions(
            person: try await visit.plumbline.person(
                email: person.email, of: signedIn.company.id, on: project),
            project: project)
    }

    /// On a single project the company's tools are no matter of choice.
    private static func tools(on project: String?) -> [Tool] {
        Tool.allCases.filter { project == nil || $0.isSetPerProject }
    }

    private static func page(
        of place: PlaceOfPermissions, chosen: Permissions, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        let person = place.person
        return Page(
            "What \(person.name) may do\(place.project.map { " on project \($0)" } ?? "")", section: .directory,
            isPlain: true,
            refused.map {
                .refusal(
                    $0.refusals, title: "Nothing was changed",
                    meaning: "What you chose is still here, beside what stands now.")
            } ?? .nothing,
            .form(
                to: Site.personPermissions.link(person.id.text), on: visit, class: "form card",
                .hidden("seen", person.permissions.stamp), .hidden("project", place.project ?? ""),
                PermissionFields.html(
                    of: tools(on: place.project), chosen: chosen, now: refused == nil ? nil : person.permissions),
                .button("Save", .main)),
            place.project == nil
                ? .p("Single projects may have levels of their own; those stay as they are.")
                : .p("Directory and ERP Integrations are the same on every project."),
            .p(.a(Site.person.link(person.id.text), "Back to \(person.name)")))
    }
}
