import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a project gets another name.
enum ProjectNamePage {
    static let route = PageRoute.signedIn(
        Site.projectName, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: rename)

    @Sendable private static func rename(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.projectName)
        do {
            try await visit.plumbline.renameProject(
                number, to: visit.form.trimmed("name"), in: signedIn.company.id,
                by: .person(signedIn.person.id, name: signedIn.person.name))
            return .seeOther(Site.project.link(number), flash: .projectRenamed)
        } catch let refused as Refused where !refused.refusals.contains(.noSuchProject(number)) {
            return .page(
                try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        let number = visit.part(Site.projectName)
        let projects = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
        guard let project = projects.first(where: { $0.number == number }) else {
            throw Refused(.noSuchProject(number))
        }
        let refusals = signedIn.person.refusals(of: .manageDirectory)
        let form = HTML.form(
            to: Site.projectName.link(number), on: visit, class: "form card",
            .field(
                FormField(
                    name: "name", label: "Project name",
                    hint: "A job in QuickBooks takes at most \(AccountingName.longestJobName) characters and no colon.",
                    counted: .job, value: visit.form["name"] ?? project.name)), .button("Rename", .main))
        return Page(
            "Name of \(number)", section: .projects, isPlain: true,
            refused.map { .refusal($0.refusals, title: "The project was not renamed") } ?? .nothing,
            refusals.isEmpty ? form : .button("Rename", id: "rename-reason", refusedFor: refusals),
            .p(.a(Site.project.link(number), "Back to the project")))
    }
}
