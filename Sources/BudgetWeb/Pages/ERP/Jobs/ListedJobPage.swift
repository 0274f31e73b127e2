import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One job of QuickBooks that no project has: add it as a project, link it to one that is there, or archive it.
enum ListedJobPage {
    static let route = PageRoute.signedIn(
        Site.erpListedJob, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: take)

    @Sendable private static func take(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let job = try await find(visit, signedIn).job
        do {
            return try await act(visit, signedIn, on: job)
        } catch let refused as Refused {
            return .page(
                try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    private static func act(
        _ visit: Visit, _ signedIn: SignedInPerson, on job: ListedJob
    ) async throws -> PageAnswer {
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        switch visit.form["way"] {
        case "add":
            let project = try await visit.plumbline.importJob(
                job.fullName, as: visit.form.trimmed("number"), name: visit.form.trimmed("name"), in: company,
                by: person)
            return .seeOther(Site.erpJob.link(project.number), flash: .jobImported)
        case "archive":
            try await visit.plumbline.archiveJob(job.fullName, in: company, by: person)
            return .seeOther(backLink(.toImport), flash: .jobArchived)
        case "restore":
            try await visit.plumbline.restoreJob(job.fullName, in: company, by: person)
            return .seeOther(Site.erpListedJob.link(job.listID), flash: .jobRestored)
        case _:  // default: linking, which needs the project alone
            let number = visit.form["project"] ?? ""
            try await visit.plumbline.requestJob(
                .linkTo(fullName: job.fullName), for: number, in: company, by: person)
            return .seeOther(Site.erpJob.link(number), flash: .jobRequested)
        }
    }

    private static func backLink(_ filter: JobFilter) -> Link {
        Site.erpJobs.link.with("filter", filter.rawValue)
    }

    /// One that a project took meanwhile is not in the list any more.
    private static func find(
        _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> (job: ListedJob, archived: ArchivedJob?) {
        try signedIn.person.require(.viewERPLists)
        let listID = visit.part(Site.erpListedJob)
        let list = try await visit.plumbline.jobList(of: signedIn.company.id)
        if let archived = list.archived.first(where: { $0.job.listID == listID }) { return (archived.job, archived) }
        guard let job = list.readyToImport.first(where: { $0.listID == listID }) else {
            throw Refused(.noSuchListedJob(listID))
        }
        return (job, nil)
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        let (job, archived) = try await find(visit, signedIn)
        let notice: HTML = refused.map { .refusal($0.refusals, title: "Nothing was done") } ?? .nothing
        if let archived {
            return ERPTab.jobs.page(
                titled: job.fullName, beside: .badge("Archived", .neutral), notice,
                archive(archived, signedIn, on: visit), .p(.a(backLink(.archived), "Back to the jobs")))
        }
        let projects = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
            .filter { $0.isERPIntegrated && $0.job.reference == nil }
        let refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        let acts: HTML =
            refusals.isEmpty
            ? [
                .tag(
                    "div", [.class("side-by-side")], adding(job, on: visit), linking(job, to: projects, on: visit)),
                archiving(job, on: visit),
            ]
            : [
                .button("Add", id: "add-reason", refusedFor: refusals),
                .button("Link", id: "link-reason", refusedFor: refusals),
                .button("Archive", id: "archive-reason", refusedFor: refusals),
            ]
        return ERPTab.jobs.page(
            titled: job.fullName, beside: .badge("Ready to Import", .neutral), notice, acts,
            .p(.a(backLink(.toImport), "Back to the jobs")))
    }

    private static func archiving(_ job: ListedJob, on visit: Visit) -> HTML {
        .form(
            to: Site.erpListedJob.link(job.listID), on: visit, class: "form card", .h2("Leave it out"),
            .hidden("way", "archive"),
            .p("An archived job no longer stands in Ready to Import. QuickBooks keeps it as it is."),
            .button("Archive"))
    }

    private static func archive(_ archived: ArchivedJob, _ signedIn: SignedInPerson, on visit: Visit) -> HTML {
        let refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        var facts: [(name: String, value: HTML)] = [
            ("Archived by", .text(archived.archivedBy)), ("Archived", .moment(archived.archivedAt)),
        ]
        if archived.nameThen != archived.job.fullName {
            facts.append((name: "Its name then", value: .text(archived.nameThen)))
        }
        let act: HTML =
            refusals.isEmpty
            ? .form(
                to: Site.erpListedJob.link(archived.job.listID), on: visit, .hidden("way", "restore"),
                .button("Bring back", .main))
            : .button("Bring back", id: "restore-reason", refusedFor: refusals)
        return .card("Archived", .facts(facts), act)
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
