/// Everything that needs a permission: one case for each row of the permission table.
package enum PermittedAct: String, CaseIterable, Sendable {
    case viewBudget = "view the budget"
    case setOriginalAmount = "add a budget line item or set its original amount"
    case importBudget = "import a budget"
    case addPartialLine = "add a partial budget line item"
    case createModification = "create a budget modification"
    case changeBudgetChange = "create, edit or delete a budget change"
    case lockBudget = "lock the budget"
    case unlockBudget = "unlock the budget"
    case sendOrRetrieve = "send the budget to ERP or retrieve it"
    case deleteLineItem = "delete a budget line item"
    case configureBudget = "configure the Budget tool"
    case createSnapshot = "create a budget snapshot"
    case viewDirectCosts = "view direct cost details"
    case viewERPLists = "view the lists of ERP Integrations"
    case acceptOrRejectExport = "accept or reject an export to accounting"
    case configureERP = "configure ERP Integrations"
    case viewCompanyJobCosts = "view job costs in ERP Integrations"
    case viewProjectJobCosts = "view the project's Job Costs Report"
    case viewDirectory = "view the directory"
    case manageDirectory = "manage people, projects and cost codes"
    case grantAccountingPrivilege = "grant Can Push to Accounting"
}

/// What a person must have for an act; composable, testable and printable.
package indirect enum Requirement: Hashable, Sendable, CustomStringConvertible {
    case level(Tool, AccessLevel)
    case right(GranularRight)
    case canPushToAccounting
    case all([Requirement])
    case any([Requirement])

    /// By nobody who is deactivated, whatever their permissions say.
    package func isMet(by person: Person) -> Bool {
        guard person.isActive else { return false }
        return switch self {
        case .level(let tool, let least): person.permissions.level(of: tool) >= least
        case .right(let right): person.permissions.rights.contains(right)
        case .canPushToAccounting: person.canPushToAccounting
        case .all(let parts): parts.allSatisfy { $0.isMet(by: person) }
        case .any(let parts): parts.contains { $0.isMet(by: person) }
        }
    }

    package var description: String {
        switch self {
        case .level(let tool, .admin): "\(tool.title) Admin"
        case .level(let tool, let least): "\(tool.title) \(least.rawValue.capitalisedWords) or higher"
        case .right(let right): "the right to \(right.rawValue)"
        case .canPushToAccounting: "Can Push to Accounting"
        case .all(let parts): parts.map(\.description).joined(separator: " and ")
        case .any(let parts): parts.map(\.description).joined(separator: ", or ")
        }
    }
}

extension String {
    fileprivate var capitalisedWords: String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
