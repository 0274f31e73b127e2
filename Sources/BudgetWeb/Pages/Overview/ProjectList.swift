import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The company's projects with how their budgets stand.
enum ProjectList {
    static func html(of signedIn: SignedInPerson, on visit: Visit, caption: String) async throws -> HTML {
        let refusals = signedIn.person.refusals(of: .viewBudget)
        guard refusals.isEmpty else { return .refusal(refusals, title: "You do not see the budgets") }
        let projects = try await visit.plumbline.projects(of: signedIn.company.id)
        guard !projects.isEmpty else {
            return .emptyState("No project yet", "A Directory Admin adds the first one.")
        }
        return table(projects, caption: caption, in: signedIn.company.currency)
    }

    static func table(_ projects: [ProjectSummary], caption: String, in currency: Currency) -> HTML {
        .table(
            "\(caption), amounts in \(currency.code)",
            [
                .text("Project"), .text("Name"), .text("ERP status"), .text("Budget"), .number("Lines"),
                .number("Original budget"), .number("Revised budget"),
            ], rows: projects.map(row))
    }

    private static func row(_ summary: ProjectSummary) -> [HTML] {
        let number = summary.project.number
        return [
            .a(Site.project.link(number), .text(number)), .text(summary.project.name), .badge(summary.erpStatus),
            .a(Site.budget.link(number), summary.isLocked ? .badge("Locked", .good) : .badge("Open", .neutral)),
            .text("\(summary.lineCount)"), .money(summary.originalTotal), .money(summary.revisedTotal),
        ]
    }
}
