package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives somebody *Can Push to Accounting*. Only who has it grants it; the server's command line grants the first.
    /// Who has it already keeps it as it was granted. It answers what the person may have asked for.
    package func grantAccountingPrivilege(
        to email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        try await changePerson(email, in: companyID, by: actor, mayDo: .grantAccountingPrivilege) {
            tx, person, actor, now in
            guard !person.canPushToAccounting else { return person }
            return try tx.grantPrivilege(to: person, comment: "", by: actor, at: now)
        }
    }
}

extension Transaction {
    func grantPrivilege(to person: Person, comment: String, by actor: Actor, at now: Instant) throws -> Person {
        try person.requireActive()
        guard !person.canPushToAccounting else { throw Refused(.privilegeIsThere(person: person.name)) }
        var person = person
        let privilege = AccountingPrivilege(grantedBy: actor.name, grantedAt: now)
        person.accountingPrivilege = privilege
        try save(privilege, of: person)
        let answer = PrivilegeRequest.Answer(.granted, by: actor.name, at: now, comment: comment)
        try self.answer(answer, requestOf: person.id, in: person.company)
        try audit(
            .privilegeGranted, on: "person \(person.email)", by: actor,
            details: comment.isEmpty ? [] : [("comment", comment)], in: person.company, at: now)
        return person
    }
}
