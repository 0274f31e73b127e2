import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One project: export it as a job of a customer, or link it to a job that QuickBooks has.
enum JobPage {
    static let route = PageRoute.signedIn(
        Site.erpJob, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: request)

    @Sendable private static func request(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let request: JobRequest =
            visit.form["way"] == "link"
            ? .linkTo(fullName: visit.form["job"] ?? "") : .createUnder(customer: visit.form["customer"] ?? "")
        do {
            try await visit.plumbline.requestJob(
                request, for: visit.part(Site.erpJob), in: signedIn.company.id, by: signedIn.person.id)
            return .seeOther(Site.erpJob.link(visit.part(Site.erpJob)), flash: .jobRequested)
        } catch let refused as Refused where !refused.refusals.contains(.noSuchProject(visit.part(Site.erpJob))) {
            return .page(
                try await page(on: visit, signedIn, refused: refused), status: RefusalStatus.of(refused))
        }
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        try signedIn.person.require(.viewERPLists)
        let number = visit.part(Site.erpJob)
        let projects = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
        guard let project = projects.first(where: { $0.number == number }) else {
            throw Refused(.noSuchProject(number))
        }
        let jobs = try await visit.plumbline.jobList(of: signedIn.company.id)
        let (text, tone) = project.isERPIntegrated ? SyncStage(project.job).badge : ("Not integrated", .neutral)
        return ERPTab.jobs.page(
            titled: "\(project.number) \(project.name)", beside: .badge(text, tone),
            refused.map { .refusal($0.refusals, title: "Nothing was requested") } ?? .nothing, standing(project.job),
            forms(project, projects, jobs, signedIn, on: visit), .p(.a(Site.erpJobs.link, "Back to the jobs")))
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
                suggestions("jobs", jobs.readyToImport)))
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
