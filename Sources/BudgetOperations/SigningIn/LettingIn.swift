package import BudgetDomain
import SQLDatabase

extension Person {
    /// Refuses what letting somebody in takes: a link to set their password, or their second factor taken away. Whoever
    /// sets an approver's password could accept in their name, so that takes what granting the privilege takes; and so
    /// does a deactivation, which takes the privilege away.
    package func requireLetting(in person: Person) throws(Refused) {
        try require(.manageDirectory)
        guard !person.canPushToAccounting || mayGrantAccountingPrivilege else {
            throw Refused(.approverIsGuarded(person: name, approver: person.name))
        }
    }
}

extension Transaction {
    /// The actor as ``actor(_:mayDo:in:)`` gives them, when they may let this person in.
    func actor(_ actor: Actor, mayLetIn person: Person) throws -> Actor {
        let permitted = try self.actor(actor, mayDo: .manageDirectory, in: person.company)
        if case .person(let id, _) = permitted {
            try self.person(id, of: person.company).requireLetting(in: person)
        }
        return permitted
    }
}
