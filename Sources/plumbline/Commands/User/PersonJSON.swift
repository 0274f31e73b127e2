import BudgetDomain

/// A person as programs see one.
struct PersonJSON: Encodable {
    let email: String
    let name: String
    let levels: [String: String]
    let rights: [String]
    let canPushToAccounting: Bool
    let privilegeGrantedBy: String?
    let isActive: Bool
    let deactivatedBy: String?
    let deactivatedAt: String?

    init(_ person: Person) {
        email = person.email
        name = person.name
        levels = person.permissions.levelsByTool
        rights = person.permissions.rights.map(\.rawValue).sorted()
        canPushToAccounting = person.canPushToAccounting
        privilegeGrantedBy = person.accountingPrivilege?.grantedBy
        isActive = person.isActive
        deactivatedBy = person.deactivation?.by
        deactivatedAt = person.deactivation?.at.iso
    }
}

extension Permissions {
    var levelsByTool: [String: String] {
        Dictionary(uniqueKeysWithValues: Tool.allCases.map { ($0.rawValue, level(of: $0).rawValue) })
    }

    /// The levels in the order of the tools, for the columns of a table.
    var levelCells: [String] {
        Tool.allCases.map { level(of: $0).rawValue }
    }
}
