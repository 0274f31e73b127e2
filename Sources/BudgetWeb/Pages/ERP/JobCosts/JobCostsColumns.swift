import BudgetDomain
import BudgetOperations

/// The columns of the Job Costs Report, the same wherever it is shown.
enum JobCostsColumns {
    static let ofProject: [TableColumn] =
        [.text("Cost Code"), .text("Title")] + figureTitles.map(TableColumn.number) + [.number("Remaining")]
    static let ofCompany: [TableColumn] =
        [.text("Project"), .text("Name")] + figureTitles.map(TableColumn.number) + [.number("Of it uncoded")]

    /// Of ``JobCostsReport/Row/figures()``.
    static let figureTitles = [
        "Original Estimate", "Budget Changes", "Typed in QuickBooks", "Revised Estimate", "Job to Date Cost",
        "Committed",
    ]
}

extension JobCostsReport.Row {
    func figures() throws(MoneyFault) -> [Money] {
        [originalEstimate, budgetChanges, otherEstimateLines, try revisedEstimate(), jobToDateCost, committed]
    }

    /// Less than nothing where more was spent than was estimated.
    func remaining() throws(MoneyFault) -> Money { try revisedEstimate() - jobToDateCost }
}
