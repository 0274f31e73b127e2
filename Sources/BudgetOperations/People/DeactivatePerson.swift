package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Ends what somebody who leaves may do, at once: every session and link of theirs, *Can Push to Accounting*, and a
    /// request for it. Their name stays in all that they did, and what they accepted stays accepted. Who is deactivated
    /// already stays so, as it was.
    @discardableResult
    package func deactivatePerson(
        _ email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        try await changePerson(email, in: companyID, by: actor, mayDo: .manageDirectory) { tx, person, actor, now in
            guard person.isActive else { return person }
            let refusals = try tx.refusals(ofDeactivating: person, by: actor)
            guard refusals.isEmpty else { throw Refused(refusals) }
            return try tx.deactivate(person, by: actor, at: now)
        }
    }

    /// Lets somebody back in, with the levels, the password and the second factor that they had. *Can Push to
    /// Accounting* stays away until it is granted anew.
    @discardableResult
    package func reactivatePerson(
        _ email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        try await changePerson(email, in: companyID, by: actor, mayDo: .manageDirectory) { tx, person, actor, now in
            guard !person.isActive else { return person }
            var person = person
            person.deactivation = nil
            try tx.saveDeactivation(of: person)
            try tx.audit(.personReactivated, on: "person \(person.email)", by: actor, in: companyID, at: now)
            return person
        }
    }
}

extension Transaction {
    /// Why the actor may not deactivate the person; empty when nothing stands against it.
    func refusals(ofDeactivating person: Person, by actor: Actor) throws -> [Refusal] {
        do {
            _ = try self.actor(actor, mayLetIn: person)
        } catch let refused as Refused {
            return refused.refusals
        }
        var refusals: [Refusal] = []
        if case .person(person.id, _) = actor { refusals.append(.ownDeactivation(person: person.name)) }
        if try isLastDirectoryAdmin(person) { refusals.append(.lastDirectoryAdmin(person: person.name)) }
        return refusals
    }

    /// Whether nobody else who is active may manage the Directory.
    func isLastDirectoryAdmin(_ person: Person) throws -> Bool {
        guard person.mayManageDirectory else { return false }
        return try !people(of: person.company).contains { $0.id != person.id && $0.mayManageDirectory }
    }

    fileprivate func deactivate(_ person: Person, by actor: Actor, at now: Instant) throws -> Person {
        var person = try revokePrivilege(of: person, by: actor, at: now)
        let answer = PrivilegeRequest.Answer(.withdrawn, by: actor.name, at: now, comment: "")
        let isWithdrawn = try self.answer(answer, requestOf: person.id, in: person.company)
        try endSessions(of: person.id, in: person.company)
        try removeLinks(of: person.id, in: person.company)
        person.deactivation = Deactivation(by: actor.name, at: now)
        try saveDeactivation(of: person)
        try audit(
            .personDeactivated, on: "person \(person.email)", by: actor,
            details: isWithdrawn ? [("withdrawn", "request for Can Push to Accounting")] : [], in: person.company,
            at: now)
        return person
    }

    fileprivate func saveDeactivation(of person: Person) throws {
        try execute(
            "UPDATE people SET deactivated_by = $1, deactivated_at = $2 WHERE company_id = $3 AND id = $4",
            [
                SQLValue(person.deactivation?.by), SQLValue(person.deactivation?.at.microsecondsSince1970),
                .text(person.company.text), .text(person.id.text),
            ])
    }
}

extension Person {
    var mayManageDirectory: Bool { PermissionTable.requirement(for: .manageDirectory).isMet(by: self) }
}
