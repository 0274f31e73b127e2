import BudgetDomain
import SQLDatabase

extension Transaction {
    /// The actor of a set-up act, with the name that stands in the directory, when the act is permitted: a person by
    /// the permissions in force company-wide, the server's command line always.
    func actor(_ actor: Actor, mayDo act: PermittedAct, in company: ID<Company>) throws -> Actor {
        switch actor {
        case .person(let id, _):
            let person = try person(id, of: company)
            try person.require(act)
            return .person(person.id, name: person.name)
        case .commandLine:
            return actor
        case .connector:
            throw Refused(
                .notPermitted(
                    person: actor.name, act: act, needs: PermissionTable.requirement(for: act).description))
        }
    }
}
