/// Who may do what: the one table that pages, commands and operations ask.
/// `docs/reference/permissions.md` is held equal to it by a test.
package enum PermissionTable {
    package static func requirement(for act: PermittedAct) -> Requirement {
        switch act {
        case .viewBudget: .level(.budget, .readOnly)
        case .setOriginalAmount: budgetAdmin(orRight: .modifyOriginalBudgetAmount)
        case .importBudget: budgetAdmin(orRight: .importLineItems)
        case .addPartialLine, .createModification, .createSnapshot: .level(.budget, .standard)
        case .changeBudgetChange: budgetAdmin(orRight: .createEditAndDeleteBudgetChanges)
        case .lockBudget: budgetAdmin(orRight: .lockBudget)
        case .unlockBudget, .configureBudget: .level(.budget, .admin)
        case .sendOrRetrieve: budgetAdmin(orRight: .sendAndRetrieveFromERP)
        case .deleteLineItem: budgetAdmin(orRight: .deleteBudgetLineItems)
        case .viewDirectCosts: budgetAdmin(orRight: .viewDirectCostDetails)
        case .viewERPLists: .level(.erpIntegrations, .standard)
        case .acceptOrRejectExport: .all([.level(.erpIntegrations, .standard), .canPushToAccounting])
        case .configureERP, .viewCompanyJobCosts: .level(.erpIntegrations, .admin)
        case .viewProjectJobCosts:
            .any([
                .all([.level(.reports, .readOnly), .level(.budget, .admin)]),
                .level(.erpIntegrations, .admin),
            ])
        case .viewDirectory: .level(.directory, .readOnly)
        case .manageDirectory: .level(.directory, .admin)
        case .grantAccountingPrivilege: .all([.level(.directory, .admin), .canPushToAccounting])
        }
    }

    /// Budget Admin, or somebody who sees the budget and was given the one right.
    private static func budgetAdmin(orRight right: GranularRight) -> Requirement {
        .any([.level(.budget, .admin), .all([.level(.budget, .readOnly), .right(right)])])
    }
}
