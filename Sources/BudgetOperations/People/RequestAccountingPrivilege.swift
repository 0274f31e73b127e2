package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Asks for *Can Push to Accounting* for oneself. Who asks already is answered with that request.
    /// - Parameter reason: for those who decide; may be empty.
    @discardableResult
    package func requestAccountingPrivilege(
        reason: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> PrivilegeRequest {
        let now = clock.now()
        try TextLimit.requestReason.require(reason)
        return try await database.write(of: companyID) { [randomness] tx in
            let person = try tx.person(personID, of: companyID)
            try person.requireActive()
            guard !person.canPushToAccounting else { throw Refused(.privilegeIsThere(person: person.name)) }
            let earlier = try tx.privilegeRequests(of: person.id, in: companyID)
            if let open = earlier.first(where: \.isOpen) { return open }
            guard try tx.people(of: companyID).contains(where: \.mayGrantAccountingPrivilege) else {
                throw Refused(.nobodyGrantsPrivilege)
            }
            let request = PrivilegeRequest(
                id: randomness.id(), person: person.id, personName: person.name, reason: reason, askedAt: now)
            try tx.insert(request, in: companyID)
            try tx.audit(
                .privilegeRequested, on: "person \(person.email)", by: .person(person.id, name: person.name),
                details: reason.isEmpty ? [] : [("reason", reason)], in: companyID, at: now)
            return request
        }
    }

    /// Answers what somebody asks for: the privilege is granted, or the request declined with a comment.
    /// - Parameter comment: declining needs one.
    @discardableResult
    package func answerPrivilegeRequest(
        of email: String, isGranted: Bool, comment: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        try TextLimit.answerComment.require(comment)
        return try await changePerson(email, in: companyID, by: actor, mayDo: .grantAccountingPrivilege) {
            tx, person, actor, now in
            guard isGranted || !comment.allSatisfy(\.isWhitespace) else { throw Refused(.decliningNeedsComment) }
            if isGranted { return try tx.grantPrivilege(to: person, comment: comment, by: actor, at: now) }
            let answer = PrivilegeRequest.Answer(.declined, by: actor.name, at: now, comment: comment)
            guard try tx.answer(answer, requestOf: person.id, in: companyID) else {
                throw Refused(.privilegeIsNotAskedFor(person: person.name))
            }
            try tx.audit(
                .privilegeDeclined, on: "person \(person.email)", by: actor, details: [("comment", comment)],
                in: companyID,
                at: now)
            return person
        }
    }
}

extension Person {
    package var mayGrantAccountingPrivilege: Bool {
        PermissionTable.requirement(for: .grantAccountingPrivilege).isMet(by: self)
    }
}
