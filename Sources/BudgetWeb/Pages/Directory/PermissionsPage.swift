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
        let chosen = try permissions(of: visit.form, on: place.project)
        do {
            _ = try await visit.plumbline.setPermissions(
                of: place.person.email, in: signedIn.company.id, to: chosen, on: place.project,
                by: signedIn.actor, seen: visit.form["seen"] ?? "")
            return .seeOther(Site.person.link(place.person.id.text), flash: .permissionsChanged)
        } catch let refused as Refused {
            return .page(
                page(of: place, chosen: chosen, on: visit, refused: refused), status: RefusalStatus.of(refused))
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

    /// - Throws: ``PageProblem`` for words that no form of this site sends.
    private static func permissions(of form: FormFields, on project: String?) throws -> Permissions {
        var permissions = Permissions()
        for tool in Tool.allCases where project == nil || tool.isSetPerProject {
            guard let level = form[tool.field].flatMap(AccessLevel.init(rawValue:)) else {
                throw PageProblem.unreadableForm
            }
            permissions.levels[tool] = level
        }
        for pair in form.pairs where pair.name == "right" {
            guard let right = GranularRight(rawValue: pair.value) else { throw PageProblem.unreadableForm }
            permissions.rights.insert(right)
        }
        return permissions
    }

    private static func page(
        of place: PlaceOfPermissions, chosen: Permissions, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        let person = place.person
        let tools = Tool.allCases.filter { place.project == nil || $0.isSetPerProject }
        let levels = AccessLevel.allCases.map { (value: $0.rawValue, title: $0.title) }
        let now = refused == nil ? nil : person.permissions
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
                .fragment(
                    tools.map { tool in
                        .field(
                            FormField(
                                name: tool.field, label: tool.title, kind: .choice(levels),
                                hint: now.map { "Now: \($0.level(of: tool).title)." },
                                value: chosen.level(of: tool).rawValue))
                    }),
                .checkList(
                    "Rights of the Budget tool", name: "right",
                    hint: now.map { "Now: \($0.rightsText)." }
                        ?? "Each lifts somebody who sees the budget for one kind of act.",
                    GranularRight.allCases.map { right in
                        CheckBox(
                            value: right.rawValue, title: right.title, isTicked: chosen.rights.contains(right))
                    }), .button("Save", .main)),
            place.project == nil
                ? .p("Single projects may have levels of their own; those stay as they are.")
                : .p("Directory and ERP Integrations are the same on every project."),
            .p(.a(Site.person.link(person.id.text), "Back to \(person.name)")))
    }
}
