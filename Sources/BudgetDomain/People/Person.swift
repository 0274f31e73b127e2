/// Somebody in a company's directory.
package struct Person: Hashable, Sendable {
    package let id: ID<Person>
    package let company: ID<Company>
    package var name: String
    /// Unique in the company; how a person is named on the command line.
    package var email: String
    /// The permissions in force where the person acts, project settings included.
    package var permissions: Permissions
    /// Present when the person has *Can Push to Accounting*.
    package var accountingPrivilege: AccountingPrivilege?
    /// Present for somebody who left and has not been let back in.
    package var deactivation: Deactivation?

    package init(
        id: ID<Person>, company: ID<Company>, name: String, email: String, permissions: Permissions,
        accountingPrivilege: AccountingPrivilege? = nil, deactivation: Deactivation? = nil
    ) {
        self.id = id
        self.company = company
        self.name = name
        self.email = email
        self.permissions = permissions
        self.accountingPrivilege = accountingPrivilege
        self.deactivation = deactivation
    }

    package var isActive: Bool { deactivation == nil }

    package var canPushToAccounting: Bool { accountingPrivilege != nil }

    /// An accounting approver has ERP Integrations Standard or Admin *and* the privilege.
    package var isAccountingApprover: Bool {
        PermissionTable.requirement(for: .acceptOrRejectExport).isMet(by: self)
    }

    /// Refuses whatever somebody who is deactivated asks for, also what needs no permission.
    package func requireActive() throws(Refused) {
        guard isActive else { throw Refused(.personIsDeactivated(person: name)) }
    }

    /// Refuses an act that this person's permissions do not carry.
    package func require(_ act: PermittedAct) throws(Refused) {
        try requireActive()
        let requirement = PermissionTable.requirement(for: act)
        guard requirement.isMet(by: self) else {
            throw Refused(.notPermitted(person: name, act: act, needs: requirement.description))
        }
    }
}

/// The privilege *Can Push to Accounting*, with who granted it: the server's command line for the first approver.
package struct AccountingPrivilege: Hashable, Sendable {
    package let grantedBy: String
    package let grantedAt: Instant

    package init(grantedBy: String, grantedAt: Instant) {
        self.grantedBy = grantedBy
        self.grantedAt = grantedAt
    }
}
