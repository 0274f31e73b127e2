import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// What all acts on somebody in the Directory have in common: the person is found by their address, and the act
    /// done in one transaction, if the actor may.
    func changePerson(
        _ email: String, in companyID: ID<Company>, by actor: Actor, mayDo act: PermittedAct,
        _ change: @escaping @Sendable (Transaction, Person, Actor, Instant) throws -> Person
    ) async throws -> Person {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        return try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: act, in: companyID)
            return try change(tx, try tx.person(email: email, of: companyID), actor, now)
        }
    }
}
