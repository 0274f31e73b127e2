import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The company's projects with how their budgets stand.
enum ProjectList {
    static func html(of signedIn: SignedInPerson, on visit: Visit, caption: String) async throws -> HTML {
        let refusals = refusals(for: signedIn.person)
        guard refusals.isEmpty else { return .refusal(refusals, title: "You do not see the budgets") }
        let projects = try await visit.plumbline.projects(of: signedIn.company.id)
        guard !projects.isEmpty else {
            return .emptyState(
                "No project yet", "A Directory Admin adds the first one.",
                next: .p(.code("plumbline project add NUMBER --name NAME")))
        }
        return .table(
            "\(caption), amounts in \(signedIn.company.currency.code)",
            [
                .text("Project"), .text("Name"), .text("ERP status"), .text("Budget"), .number("Lines"),
                .number("Original budget"), .number("Revised budget"),
            ], rows: projects.map(row))
    }

    private static func refusals(for person: Person) -> [Refusal] {
        do {
            try person.require(.viewBudget)
            return []
        } catch {
            return error.refusals
        }
    }

    private static func row(_ summary: ProjectSummary) -> [HTML] {
        [
            .text(summary.project.number), .text(summary.project.name), .badge(summary.erpStatus),
            summary.isLocked ? .badge("Locked", .good) : .badge("Open", .neutral), .text("\(summary.lineCount)"),
            .money(summary.originalTotal), .money(summary.revisedTotal),
        ]
    }
}
