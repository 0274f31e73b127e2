import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a project is added.
enum NewProjectPage {
    static let route = PageRoute.signedIn(Site.newProject, get: show, post: add)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let refusals = signedIn.person.refusals(of: .manageDirectory)
        guard refusals.isEmpty else { throw Refused(refusals) }
        return .page(page(on: visit))
    }

    @Sendable private static func add(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        do {
            let project = try await visit.plumbline.addProject(
                to: signedIn.company.id, number: visit.form.trimmed("number"), name: visit.form.trimmed("name"),
                isERPIntegrated: visit.form["accounting"] != "no",
                by: .person(signedIn.person.id, name: signedIn.person.name))
            return .seeOther(Site.project.link(project.number), flash: .projectAdded)
        } catch let refused as Refused {
            return .page(page(on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(on visit: Visit, refused: Refused? = nil) -> Page {
        Page(
            "New project", section: .projects, isPlain: true,
            refused.map {
                .refusal($0.refusals, title: "The project was not added", meaning: "Nothing was added.")
            } ?? .nothing,
            .form(
                to: Site.newProject.link, on: visit, class: "form card",
                .field(
                    FormField(
                        name: "number", label: "Project number",
                        hint: "As your firm knows it, such as 1001. It cannot be changed later.",
                        value: visit.form["number"] ?? "")),
                .field(
                    FormField(
                        name: "name", label: "Project name",
                        hint: "It becomes the name of the job in QuickBooks, which takes at most "
                            + "\(AccountingName.longestJobName) characters and no colon.",
                        counted: .job, value: visit.form["name"] ?? "")),
                .field(
                    FormField(
                        name: "accounting", label: "ERP-sync this project",
                        kind: .choice([("yes", "Yes: its budget goes to QuickBooks"), ("no", "No: keep it out")]),
                        value: visit.form["accounting"] ?? "yes")),
                .button("Add project", .main)), .p(.a(Site.projects.link, "Cancel")))
    }
}
