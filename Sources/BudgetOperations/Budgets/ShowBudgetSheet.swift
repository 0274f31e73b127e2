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
            return BudgetSheet(
                view: view,
                lines: zip(standing.budget.lines, view.amounts).map { item, amounts in
                    BudgetSheetLine(item: item, amounts: amounts, problems: prerequisites.refusals(for: item.code))
                },
                costCodes: try tx.costCodes(of: companyID), costTypes: try tx.costTypes(of: companyID),
                steps: try tx.steps(on: standing.budget.id, of: place),
                version: try tx.version(of: standing.budget.id, at: place))
        }
    }
}
