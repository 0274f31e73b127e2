package import BudgetDomain
import SQLDatabase

/// A budget as it is worked on: what it says, what can be typed on it, and what can be undone.
package struct BudgetSheet: Hashable, Sendable {
    package let view: BudgetView
    package let lines: [BudgetSheetLine]
    /// By their codes.
    package let costCodes: [CostCode]
    package let costTypes: [CostType]
    package let steps: BudgetSteps
    package let version: BudgetVersion
}

extension Plumbline {
    package func budgetSheet(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetSheet {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let prerequisites = try tx.prerequisites(of: place)
            let view = try tx.view(of: standing, at: place, prerequisites)
            let problems = prerequisites.refusals(forEachOf: standing.budget.lines.map(\.code))
            return BudgetSheet(
                view: view,
                lines: zip(zip(standing.budget.lines, view.amounts), problems).map { line, problems in
                    BudgetSheetLine(item: line.0, amounts: line.1, problems: problems)
                },
                costCodes: try tx.costCodes(of: companyID), costTypes: try tx.costTypes(of: companyID),
                steps: try tx.steps(on: standing.budget.id, of: place),
                version: try tx.version(of: standing.budget.id, at: place))
        }
    }
}
