import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Projects by over and under: what is furthest over its revised budget first.
enum ProjectsByRemaining {
    static func html(_ dashboard: Dashboard, in company: Company, for person: Person) -> HTML {
        let costs = dashboard.costs
        guard costs.count > 0 else { return .nothing }
        let (over, under) = (dashboard.projectsOver, costs.count - dashboard.projectsOver)
        let seesAll = person.refusals(of: .viewCompanyJobCosts).isEmpty
        return [
            .table(
                "Revised budget against actual cost in \(company.currency.code): \(over) over, \(under) under",
                [
                    .text("Project"), .number("Revised budget"), .number("Actual cost"), .number("Remaining"),
                    .text("Spent"),
                ], rows: costs.rows.map(row)),
            dashboard.connection?.costsReadAt.map { .p("Costs as QuickBooks had them ", .moment($0), ".") } ?? .nothing,
            .rest(
                of: costs.unshown, seesAll ? Site.erpJobCosts.link : Site.projects.link,
                "projects with costs, further under their budgets"),
        ]
    }

    private static func row(_ project: ProjectCosts) -> [HTML] {
        let link = HTML.a(Site.jobCosts.link(project.projectNumber), .text(project.projectNumber))
        return [
            .fragment([link, ", \(project.projectName)"]), .money(project.revised), .money(project.actual),
            .money(project.remaining), spent(project),
        ]
    }

    /// Said in words and drawn: the bar is full where everything is spent.
    private static func spent(_ project: ProjectCosts) -> HTML {
        let over: HTML = project.remaining.isNegative ? .badge("Over", .bad) : .badge("Under", .good)
        guard let percent = percent(project) else { return over }
        return .tag(
            "span", [.class("spent")], bar(percent), .tag("span", [.class("spent-figure")], "\(percent) %"), over)
    }

    /// Nil where there is no budget to spend.
    private static func percent(_ project: ProjectCosts) -> Int64? {
        let (revised, actual) = (project.revised.minorUnits, project.actual.minorUnits)
        let (hundredfold, isTooMuch) = actual.multipliedReportingOverflow(by: 100)
        guard revised > 0, !isTooMuch else { return nil }
        return hundredfold / revised
    }

    private static func bar(_ percent: Int64) -> HTML {
        .tag(
            "svg", [.class("spent-bar"), .named("viewBox", "0 0 100 8"), .named("aria-hidden", "true")],
            .tag(
                "rect",
                [
                    .class("spent-part"), .named("width", "\(max(0, min(percent, 100)))"), .named("height", "8"),
                ]),
            .tag(
                "rect",
                [
                    .class("spent-whole"), .named("x", "0.5"), .named("y", "0.5"), .named("width", "99"),
                    .named("height", "7"),
                ]))
    }
}
