package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Takes *Can Push to Accounting* from somebody, who then can neither accept nor reject exports.
    @discardableResult
    package func revokeAccountingPrivilege(
        from email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        try await changePerson(email, in: companyID, by: actor, mayDo: .grantAccountingPrivilege) {
            tx, person, actor, now in
            try tx.revokePrivilege(of: person, by: actor, at: now)
        }
    }
}

extension Transaction {
    /// Who does not have it stays as they are, and nothing is written down.
    func revokePrivilege(of person: Person, by actor: Actor, at now: Instant) throws -> Person {
        guard person.canPushToAccounting else { return person }
        var person = person
        person.accountingPrivilege = nil
        try save(nil, of: person)
        try audit(.privilegeRevoked, on: "person \(person.email)", by: actor, in: person.company, at: now)
        return person
    }
}
