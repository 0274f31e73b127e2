/// A single right of the Budget tool that lifts somebody below Admin for one kind of act. Names are Procore's.
package enum GranularRight: String, CaseIterable, Sendable {
    case createEditAndDeleteBudgetChanges = "create, edit, and delete budget changes"
    case deleteBudgetLineItems = "delete budget line items"
    case importLineItems = "import line items"
    case lockBudget = "lock budget"
    case modifyOriginalBudgetAmount = "modify original budget amount"
    case sendAndRetrieveFromERP = "send and retrieve from erp"
    case viewDirectCostDetails = "view direct cost details"
}
