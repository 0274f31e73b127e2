import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One job of QuickBooks that no project has: add it as a project, or link it to one that is there.
enum ListedJobPage {
    static let route = PageRoute.signedIn(
        Site.erpListedJob, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: take)

    @Sendable private static func take(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let job = try await job(visit, signedIn)
        do {
            guard visit.form["way"] == "add" else {
                let number = visit.form["project"] ?? ""
                try await visit.plumbline.requestJob(
                    .linkTo(fullName: job.fullName), for: number, in: signedIn.company.id, by: signedIn.person.id)
                return .seeOther(Site.erpJob.link(number), flash: .jobRequested)
            }
            let project = try await visit.plumbline.importJob(
                job.fullName, as: visit.form.trimmed("number"), name: visit.form.trimmed("name"),
                in: signedIn.company.id, by: signedIn.person.id)
            return .seeOther(Site.erpJob.link(project.number), flash: .jobImported)
        } catch let refused as Refused {
            return .page(
                try await page(on: visit, signedIn, refused: refused), status: RefusalStatus.of(refused))
        }
    }

    /// One that a project took meanwhile is not in the list any more.
    private static func job(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> ListedJob {
        try signedIn.person.require(.viewERPLists)
        let listID = visit.part(Site.erpListedJob)
        let list = try await visit.plumbline.jobList(of: signedIn.company.id)
        guard let job = list.readyToImport.first(where: { $0.listID == listID }) else {
            throw Refused(.noSuchListedJob(listID))
        }
        return job
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        let job = try await job(visit, signedIn)
        let projects = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
            .filter { $0.isERPIntegrated && $0.job.reference == nil }
        let refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        let acts: HTML =
            refusals.isEmpty
            ? .tag(
                "div", [.class("side-by-side")], adding(job, on: visit), linking(job, to: projects, on: visit))
            : [
                .button("Add", id: "add-reason", refusedFor: refusals),
                .button("Link", id: "link-reason", refusedFor: refusals),
            ]
        return ERPTab.jobs.page(
            titled: job.fullName, beside: .badge("Ready to Import", .neutral),
            refused.map { .refusal($0.refusals, title: "Nothing was imported") } ?? .nothing, acts,
            .p(
                .a(
                    Site.erpJobs.link.with("filter", JobFilter.toImport.rawValue), "Back to the jobs")))
    }

    private static func adding(_ job: ListedJob, on visit: Visit) -> HTML {
        .form(
            to: Site.erpListedJob.link(job.listID), on: visit, class: "form card", .h2("Add as a new project"),
            .hidden("way", "add"),
            .field(
                FormField(
                    name: "number", label: "Project number",
                    hint: "As your firm knows it, such as 1001. It cannot be changed later.",
                    value: visit.form["number"] ?? "")),
            .field(
                FormField(
                    name: "name", label: "Project name",
                    hint: "A job in QuickBooks takes at most \(AccountingName.longestJobName) characters and no colon.",
                    counted: .job, value: visit.form["name"] ?? job.name)),
            .button("Add", .main))
    }

    /// A project of the job's own name is suggested.
    private static func linking(_ job: ListedJob, to projects: [Project], on visit: Visit) -> HTML {
        guard !projects.isEmpty else {
            return .card("Link to a project that is there", .p("Every integrated project has its job already."))
        }
        let alike = projects.first { $0.name.lowercased() == job.name.lowercased() }
        // A link is not taken back, so nobody makes it by not choosing.
        let none = alike == nil ? [(value: "", title: "Choose a project")] : []
        return .form(
            to: Site.erpListedJob.link(job.listID), on: visit, class: "form card",
            .h2("Link to a project that is there"), .hidden("way", "link"),
            .field(
                FormField(
                    name: "project", label: "Project",
                    kind: .choice(none + projects.map { (value: $0.number, title: "\($0.number) \($0.name)") }),
                    hint: alike.map { "\($0.number) has the same name." },
                    value: visit.form["project"] ?? alike?.number ?? "")), .button("Link", .main))
    }
}
