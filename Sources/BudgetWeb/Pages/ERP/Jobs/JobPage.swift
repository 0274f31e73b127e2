import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One project: export it as a job of a customer, link it to a job that QuickBooks has, or decide on a name that the
/// job got there.
enum JobPage {
    static let route = PageRoute.signedIn(
        Site.erpJob, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: request)

    @Sendable private static func request(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpJob)
        do {
            return .seeOther(Site.erpJob.link(number), flash: try await act(visit, signedIn, on: number))
        } catch let refused as Refused where !refused.refusals.contains(.noSuchProject(number)) {
            return .page(
                try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    private static func act(
        _ visit: Visit, _ signedIn: SignedInPerson, on number: String
    ) async throws -> Flash {
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        let request: JobRequest
        switch visit.form["way"] {
        case "take-name":
            _ = try await visit.plumbline.takeJobName(
                visit.form["seen"] ?? "", for: number, in: company, by: person)
            return .jobNameTaken
        case "keep-name":
            _ = try await visit.plumbline.keepProjectName(
                visit.form["seen"] ?? "", for: number, in: company, by: person)
            return .projectNameKept
        case "link": request = .linkTo(fullName: visit.form["job"] ?? "")
        case _: request = .createUnder(customer: visit.form["customer"] ?? "")  // default: what the page is for
        }
        try await visit.plumbline.requestJob(request, for: number, in: company, by: person)
        return .jobRequested
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        try signedIn.person.require(.viewERPLists)
        let number = visit.part(Site.erpJob)
        let projects = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
        guard let project = projects.first(where: { $0.number == number }) else {
            throw Refused(.noSuchProject(number))
        }
        let jobs = try await visit.plumbline.jobList(of: signedIn.company.id)
        let (text, tone) = project.jobBadge
        return ERPTab.jobs.page(
            titled: "\(project.number) \(project.name)", beside: .badge(text, tone),
            refused.map { .refusal($0.refusals, title: "Nothing was done") } ?? .nothing, standing(project.job),
            JobNameDecision.card(project, signedIn, on: visit), forms(project, projects, jobs, signedIn, on: visit),
            .p(.a(Site.erpJobs.link, "Back to the jobs")))
    }

    private static func standing(_ job: ListSync<JobRequest>) -> HTML {
        switch job {
        case .notSynced: .nothing
        case .requested: .p(.text("Requested: \(JobWords.sentence(job)). A new request replaces this one."))
        case .failed(_, let fault): .failedExport(fault)
        case .synced(let reference):
            .card(
                "In QuickBooks", .p(.text(reference.fullName)), .p(.text(reference.condition.sentence)),
                .p("QuickBooks' own id: ", .code(.text(reference.listID))))
        }
    }

    private static func forms(
        _ project: Project, _ projects: [Project], _ jobs: JobList, _ signedIn: SignedInPerson, on visit: Visit
    ) -> HTML {
        guard project.job.reference == nil else { return .nothing }
        var refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        if !project.isERPIntegrated { refusals.append(.projectIsNotIntegrated(project: project.number)) }
        guard refusals.isEmpty else {
            return [
                .button("Export", id: "export-reason", refusedFor: refusals),
                .button("Link", id: "link-reason", refusedFor: refusals),
            ]
        }
        let fields = fields(project, projects, jobs, on: visit)
        guard jobs.readAt == nil else { return fields }
        return [
            .p(
                "The list was not read yet, so nothing is offered while you type: ",
                .a(JobsPage.readyToImport, "Read from QuickBooks")),
            fields,
        ]
    }

    private static func fields(
        _ project: Project, _ projects: [Project], _ jobs: JobList, on visit: Visit
    ) -> HTML {
        let link = Site.erpJob.link(project.number)
        return .tag(
            "div", [.class("side-by-side")],
            .form(
                to: link, on: visit, class: "form card", .h2("Export as a new job"), .hidden("way", "export"),
                .field(
                    FormField(
                        name: "customer", label: "Customer", kind: .suggested(list: "customers"), hint: hint(projects),
                        counted: .fullJobName, value: visit.form["customer"] ?? "")), .button("Export", .main),
                suggestions("customers", jobs.entries.filter(\.isCustomer))),
            .form(
                to: link, on: visit, class: "form card", .h2("Link to a job that is there"), .hidden("way", "link"),
                .field(
                    FormField(
                        name: "job", label: "The job's full name", kind: .suggested(list: "jobs"),
                        hint: "As QuickBooks shows it: Customer:Job, each of at most "
                            + "\(AccountingName.longestJobName) characters.",
                        counted: .fullJobName, value: visit.form["job"] ?? "")), .button("Link", .main),
                suggestions("jobs", jobs.readyToImport + jobs.archived.map(\.job))))
    }

    /// More than anybody looks through: whoever types gets those that match.
    private static let mostSuggestions = 1_000

    private static func suggestions(_ id: String, _ jobs: [ListedJob]) -> HTML {
        let options = jobs.prefix(mostSuggestions).map { HTML.emptyTag("option", [.named("value", $0.fullName)]) }
        return .tag("datalist", [.id(id)], .fragment(options))
    }

    private static let mostCustomers = 8

    /// The customers that other projects' jobs stand under.
    private static func hint(_ projects: [Project]) -> String {
        let customers = projects.compactMap { project in
            project.job.reference?.fullName.split(separator: ":").first.map(String.init)
        }
        let known = Set(customers).sorted().prefix(mostCustomers)
        return "The customer as QuickBooks shows it, of at most \(AccountingName.longestJobName) characters. "
            + (known.isEmpty ? "" : "In use: \(known.joined(separator: ", ")).")
    }
}
