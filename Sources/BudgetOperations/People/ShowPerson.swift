package import BudgetDomain
import SQLDatabase

/// Everything that a person's page shows.
package struct PersonView: Hashable, Sendable {
    /// With the permissions that hold company-wide.
    package let person: Person
    /// By the project's number.
    package let onProjects: [ProjectPermissions]
    package let signIn: SignInStanding
    /// The newest first.
    package let requests: [PrivilegeRequest]
    package let templates: [PermissionTemplate]
    package let company: WhoLifts
    /// Why whoever looks may not deactivate them; empty when nothing stands against it.
    package let refusalsOfDeactivating: [Refusal]
}

/// What somebody may do on a project that sets its own levels for them.
package struct ProjectPermissions: Hashable, Sendable {
    package let number: String
    package let name: String
    /// As they are set for the project; the company tools follow the company.
    package let permissions: Permissions
}

/// How somebody signs in.
package struct SignInStanding: Hashable, Sendable {
    package let hasPassword: Bool
    package let hasSecondFactor: Bool
    /// A link that is still good.
    package let link: SignInLinkPurpose?
    package let linkExpiresAt: Instant?
    package let lastUsedAt: Instant?
}

/// The names of those who can give what somebody lacks.
package struct WhoLifts: Hashable, Sendable {
    package let directoryAdmins: [String]
    /// Who may grant *Can Push to Accounting*; empty where only the server's command line can.
    package let granters: [String]
}

extension Plumbline {
    /// A person's page: for whoever sees the Directory, and for oneself.
    package func personView(
        _ id: ID<Person>, in companyID: ID<Company>, by viewer: ID<Person>
    ) async throws -> PersonView {
        let now = clock.now()
        return try await database.read(of: companyID) { tx in
            let viewing = try tx.person(viewer, of: companyID)
            try viewing.requireSight(of: id)
            let person = try tx.person(id, of: companyID)
            return PersonView(
                person: person, onProjects: try tx.projectPermissions(of: id, in: companyID),
                signIn: try tx.signInStanding(of: id, in: companyID, at: now),
                requests: try tx.privilegeRequests(of: id, in: companyID),
                templates: try tx.permissionTemplates(of: companyID), company: try tx.whoLifts(in: companyID),
                refusalsOfDeactivating: try tx.refusals(
                    ofDeactivating: person, by: .person(viewing.id, name: viewing.name)))
        }
    }
}

extension Person {
    /// Everybody who is active sees their own page; others see it who see the Directory.
    func requireSight(of id: ID<Person>) throws(Refused) {
        if id == self.id { try requireActive() } else { try require(.viewDirectory) }
    }
}

extension Transaction {
    func whoLifts(in company: ID<Company>) throws -> WhoLifts {
        let people = try people(of: company)
        return WhoLifts(
            directoryAdmins: people.filter(\.mayManageDirectory).map(\.name),
            granters: people.filter(\.mayGrantAccountingPrivilege).map(\.name))
    }

    fileprivate func projectPermissions(of person: ID<Person>, in company: ID<Company>) throws -> [ProjectPermissions] {
        try rows(
            """
            SELECT p.number, p.name, s.levels, s.rights FROM permissions s
            JOIN projects p ON p.company_id = s.company_id AND p.id = s.project_id
            WHERE s.company_id = $1 AND s.person_id = $2 ORDER BY p.number
            """, [.text(company.text), .text(person.text)]
        ).map { row in
            ProjectPermissions(
                number: try row.text(0), name: try row.text(1),
                permissions: try PermissionsText.permissions(levels: row.text(2), rights: row.text(3)))
        }
    }

    fileprivate func signInStanding(
        of person: ID<Person>, in company: ID<Company>, at now: Instant
    ) throws -> SignInStanding {
        let whose: [SQLValue] = [.text(company.text), .text(person.text)]
        let link = try row(
            """
            SELECT purpose, expires_at FROM sign_in_links
            WHERE company_id = $1 AND person_id = $2 AND expires_at > $3 LIMIT 1
            """, whose + [.integer(now.microsecondsSince1970)])
        let used = try row(
            "SELECT MAX(last_used_at) AS at FROM browser_sessions WHERE company_id = $1 AND person_id = $2", whose)
        return SignInStanding(
            hasPassword: try passwordHash(of: person, in: company) != nil,
            hasSecondFactor: try secondFactor(of: person, in: company)?.isOn == true,
            link: try link.flatMap { SignInLinkPurpose(rawValue: try $0.text("purpose")) },
            linkExpiresAt: try link.map { Instant(microsecondsSince1970: try $0.integer("expires_at")) },
            lastUsedAt: try used?.optionalInteger("at").map(Instant.init(microsecondsSince1970:)))
    }
}
