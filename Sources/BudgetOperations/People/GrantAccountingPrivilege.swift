package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives somebody *Can Push to Accounting*. Only who has it grants it; the server's command line grants the first.
    /// Who has it already keeps it as it was granted.
    package func grantAccountingPrivilege(
        to email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        return try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .grantAccountingPrivilege, in: company.id)
            var person = try tx.person(email: email, of: company.id)
            guard !person.canPushToAccounting else { return person }
            let privilege = AccountingPrivilege(grantedBy: actor.name, grantedAt: now)
            person.accountingPrivilege = privilege
            try tx.save(privilege, of: person)
            try tx.audit(.privilegeGranted, on: "person \(email)", by: actor, in: company.id, at: now)
            return person
        }
    }
}
