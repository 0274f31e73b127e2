package import BudgetDomain

extension PermittedAct {
    /// What letting somebody in takes: a link to set their password, or their second factor taken away. Whoever sets an
    /// approver's password could accept in their name, so that takes what granting the privilege takes.
    package static func letting(in person: Person) -> PermittedAct {
        person.canPushToAccounting ? .grantAccountingPrivilege : .manageDirectory
    }
}
