import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What somebody may do, everywhere and on single projects, and the ways to change it.
enum PersonAccess {
    static let templateRoute = PageRoute.signedIn(Site.personTemplate, post: putOnTemplate)
    static let projectRoute = PageRoute.signedIn(Site.personProject, post: followCompany)

    static func card(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        let person = view.person
        let template = view.templates.of(person.permissions)
        let link = template.map { HTML.a($0.link(), .text($0.title)) }
        return .card(
            "Access",
            .facts([
                ("E-mail address", .text(person.email)),
                ("Permission template", link ?? "none; the levels are their own"),
            ]), table(view, on: visit, signedIn), changes(view, template, on: visit, signedIn))
    }

    private static func table(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        let mayChange = signedIn.person.refusals(of: .manageDirectory).isEmpty
        let everywhere: [HTML] =
            ["Everywhere"] + Tool.allCases.map { .level(view.person.permissions.level(of: $0)) }
            + [.text(view.person.permissions.rightsText)]
        let projects = view.onProjects.map { project -> [HTML] in
            let levels = Tool.allCases.map { tool -> HTML in
                tool.isSetPerProject
                    ? .level(project.permissions.level(of: tool)) : .tag("span", [.class("quiet")], "as everywhere")
            }
            return ["Project \(project.number), \(project.name)"] + levels
                + [.text(project.permissions.rightsText)] + (mayChange ? [acts(project, view, on: visit)] : [])
        }
        return .table(
            view.person.isActive
                ? "What \(view.person.name) may do" : "What \(view.person.name) may do once reactivated",
            [.text("Where")] + Tool.allCases.map { .text($0.title) } + [.text("Rights of the Budget tool")]
                + (mayChange ? [.text("Action")] : []),
            rows: [everywhere + (mayChange ? [.a(permissions(view), "Change")] : [])] + projects)
    }

    private static func acts(_ project: ProjectPermissions, _ view: PersonView, on visit: Visit) -> HTML {
        .tag(
            "div", [.class("row")], .a(permissions(view, on: project.number), "Change"),
            .form(
                to: Site.personProject.link(view.person.id.text), on: visit, .hidden("project", project.number),
                .button("As everywhere")))
    }

    private static func permissions(_ view: PersonView, on project: String? = nil) -> Link {
        let link = Site.personPermissions.link(view.person.id.text)
        return project.map { link.with("project", $0) } ?? link
    }

    private static func changes(
        _ view: PersonView, _ template: PermissionTemplate?, on visit: Visit, _ signedIn: SignedInPerson
    ) -> HTML {
        let refusals = signedIn.person.refusals(of: .manageDirectory)
        guard refusals.isEmpty else {
            return .button("Change levels and rights", id: "why-not-levels", refusedFor: refusals)
        }
        return .tag(
            "div", [.class("side-by-side")], templateChoice(view, template, on: visit),
            .tag(
                "form",
                [
                    .class("form"), .named("method", "get"),
                    .named("action", Site.personPermissions.link(view.person.id.text).text),
                ],
                .field(
                    FormField(
                        name: "project", label: "Set levels on one project",
                        hint: "The project's number. They hold there in place of those everywhere.")),
                .button("Set them")))
    }

    private static func templateChoice(
        _ view: PersonView, _ template: PermissionTemplate?, on visit: Visit
    ) -> HTML {
        guard !view.templates.isEmpty else {
            return .p(
                "There is no permission template to put them on. ", .a(Site.newTemplate.link, "Make one"), ".")
        }
        let names = view.templates.map { (value: $0.name, title: $0.title) }
        return .form(
            to: Site.personTemplate.link(view.person.id.text), on: visit, class: "form",
            .hidden("seen", view.person.permissions.stamp),
            .field(
                FormField(
                    name: "template", label: "Put on a template", kind: .choice(names),
                    hint: "They get exactly what it says, in place of what they have.",
                    value: template?.name ?? "")),
            .button("Put on this template"))
    }

    @Sendable private static func putOnTemplate(
        _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        try await PersonPage.act(
            Site.personTemplate, visit, signedIn, title: "The template was not changed"
        ) { view in
            _ = try await visit.plumbline.permit(
                email: view.person.email, in: signedIn.company.id, template: visit.form["template"] ?? "", on: nil,
                by: signedIn.actor, seen: visit.form["seen"] ?? "")
            return .seeOther(Site.person.link(view.person.id.text), flash: .permissionsChanged)
        }
    }

    @Sendable private static func followCompany(
        _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        try await PersonPage.act(
            Site.personProject, visit, signedIn, title: "The levels on the project were not changed"
        ) { view in
            _ = try await visit.plumbline.removeProjectPermissions(
                of: view.person.email, on: visit.form["project"] ?? "", in: signedIn.company.id, by: signedIn.actor)
            return .seeOther(Site.person.link(view.person.id.text), flash: .permissionsChanged)
        }
    }
}

extension SignedInPerson {
    /// Who an act is written down for.
    var actor: Actor { .person(person.id, name: person.name) }
}
