package import BudgetDomain
import SQLDatabase

/// One person as the list of the Directory shows it.
package struct DirectoryEntry: Hashable, Sendable {
    /// With the permissions that hold company-wide.
    package let person: Person
    /// Whether an answer to a request for *Can Push to Accounting* is due.
    package let asksForPrivilege: Bool
    /// Whether the person has set a password, and so can sign in while they are active.
    package let hasPassword: Bool
}

package struct Directory: Hashable, Sendable {
    /// By name, those who are deactivated among them.
    package let entries: [DirectoryEntry]
    package let templates: [PermissionTemplate]

    package var active: [DirectoryEntry] { entries.filter(\.person.isActive) }
}

extension Plumbline {
    package func directory(of companyID: ID<Company>, by personID: ID<Person>) async throws -> Directory {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewDirectory)
            let asking = Set(try tx.openPrivilegeRequests(of: companyID).map(\.person))
            let withPassword = Set(
                try tx.rows("SELECT person_id FROM credentials WHERE company_id = $1", [.text(companyID.text)])
                    .map { try $0.text(0) })
            let entries = try tx.people(of: companyID).map { person in
                DirectoryEntry(
                    person: person, asksForPrivilege: asking.contains(person.id),
                    hasPassword: withPassword.contains(person.id.text))
            }
            return Directory(entries: entries, templates: try tx.permissionTemplates(of: companyID))
        }
    }
}
