import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One project: what its budget is worth, where it stands, and what waits for whom.
enum ProjectPage {
    static let route = PageRoute.signedIn(Site.project, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.project)
        let company = signedIn.company.id
        let view = try await visit.plumbline.budget(of: number, in: company, by: signedIn.person.id)
        let progress = try await visit.plumbline.exportProgress(of: number, in: company, by: signedIn.person.id)
        let people = try await visit.plumbline.people(of: company)
        return .page(
            Page(
                "\(number) \(view.project.name)", section: .projects, beside: ExportWords.badge(of: view),
                .projectTabs(of: number, current: .overview), try figures(view),
                waiting(NextAct(view, people: people, progress?.connection)), BudgetActs.bar(view, on: visit),
                BudgetWorkflows.html(view),
                .tag(
                    "div", [.class("two-columns")], ExportProgressView.html(progress, of: number, news: .reloadsPage),
                    facts(view, people: people))))
    }

    private static func figures(_ view: BudgetView) throws -> HTML {
        let totals = view.totals
        let changed = try totals.revised()
        return .tag(
            "dl", [.class("figures"), .named("aria-label", "Amounts in \(totals.original.currency.code)")],
            figure("Original budget", .money(totals.original, showsCurrency: true)),
            figure("Budget modifications", .money(totals.modifications, showsCurrency: true)),
            figure("Revised budget", .money(changed, showsCurrency: true)),
            figure("Lines", .text("\(view.standing.budget.lines.count)")))
    }

    private static func figure(_ name: String, _ value: HTML) -> HTML {
        .tag("div", [], .tag("dt", [], .text(name)), .tag("dd", [], value))
    }

    private static func waiting(_ next: NextAct) -> HTML {
        .notice(
            next.title, next.tone, .p(.text(next.sentence)),
            next.link.map { .p(.a($0.link, .text($0.label))) } ?? .nothing)
    }

    private static func facts(_ view: BudgetView, people: [Person]) -> HTML {
        let number = view.project.number
        return .card(
            "Project",
            .facts([
                ("Budget", lock(view.standing.budget.lock, people)),
                ("Name", [.text("\(view.project.name) "), .a(Site.projectName.link(number), "Rename")]),
                ("Job in QuickBooks", .text(view.project.jobSentence)),
                (
                    "Modifications",
                    .a(Site.modifications.link(number), .text("\(view.standing.budget.modifications.count)"))
                ),
                ("Job costs", .a(Site.jobCosts.link(number), "Job Costs Report")),
                ("Import", .a(Site.budgetImport.link(number), "Import a budget file")),
            ]))
    }

    private static func lock(_ lock: Budget.Lock, _ people: [Person]) -> HTML {
        guard case .locked(let by, let at) = lock else { return "Open: original amounts can be edited" }
        let name = people.first { $0.id == by }?.name ?? "somebody"
        return [.text("Locked by \(name), "), .moment(at)]
    }
}

extension Project {
    fileprivate var jobSentence: String {
        guard isERPIntegrated else { return "Kept out of accounting" }
        switch job {
        case .notSynced: return "Not linked with a job yet"
        case .requested: return "Asked for; the next run of the Web Connector does it"
        case .synced(let reference): return reference.fullName
        case .failed(_, let fault): return "Failed: \(fault.text)"
        }
    }
}
