package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Takes *Can Push to Accounting* from somebody, who then can neither accept nor reject exports.
    @discardableResult
    package func revokeAccountingPrivilege(
        from email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        return try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .grantAccountingPrivilege, in: company.id)
            var person = try tx.person(email: email, of: company.id)
            guard person.canPushToAccounting else { return person }
            person.accountingPrivilege = nil
            try tx.save(nil, of: person)
            try tx.audit(.privilegeRevoked, on: "person \(email)", by: actor, in: company.id, at: now)
            return person
        }
    }
}
