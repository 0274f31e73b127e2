package import BudgetDomain
import SQLDatabase

/// Everything that the budget page shows.
package struct BudgetView: Hashable, Sendable {
    package let project: Project
    package let standing: BudgetStanding
    /// What each line is worth, in the order of the lines.
    package let amounts: [BudgetAmounts]
    package let totals: BudgetAmounts
    package let erpStatus: ERPStatus
    package let restrictions: EditRestrictions
    /// By the cost type's code.
    package let costTypeNames: [String: String]

    package init(
        project: Project, standing: BudgetStanding, amounts: [BudgetAmounts], totals: BudgetAmounts,
        erpStatus: ERPStatus, restrictions: EditRestrictions, costTypeNames: [String: String]
    ) {
        self.project = project
        self.standing = standing
        self.amounts = amounts
        self.totals = totals
        self.erpStatus = erpStatus
        self.restrictions = restrictions
        self.costTypeNames = costTypeNames
    }
}

extension Plumbline {
    package func budget(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetView {
        try await database.read { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            return BudgetView(
                project: place.project, standing: standing, amounts: try standing.budget.amountsByLine(),
                totals: try standing.budget.totals(), erpStatus: ERPStatus(exports: standing.exports),
                restrictions: standing.restrictions, costTypeNames: try tx.costTypeNames(of: companyID))
        }
    }
}
