import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserMay: Verb {
    static let configuration = CommandConfiguration(
        commandName: "may", abstract: "Show what a person may do, and what the rest would need.")

    @Argument(help: "Whose permissions.")
    var email: String

    @Option(help: "The number of the project on which to look.")
    var project: String?

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        return Self.report(of: try await scope.plumbline.person(email: email, of: company.id, on: project))
    }

    static func report(of person: Person) -> Report {
        let acts = PermittedAct.allCases.map { act in
            let requirement = PermissionTable.requirement(for: act)
            return MayJSON(act: act.rawValue, may: requirement.isMet(by: person), needs: requirement.description)
        }
        let table = Table(
            [.text("\(person.name) may"), .text(""), .prose("It needs")],
            rows: acts.map { [$0.act, $0.may ? "yes" : "no", $0.needs] })
        let refusal = Refusal.personIsDeactivated(person: person.name)
        let first: [Report.Block] = person.isActive ? [] : ["\(refusal.sentence) \(refusal.cure)", .blank]
        return Report(first + [.table(table)], json: acts)
    }
}

struct MayJSON: Encodable {
    let act: String
    let may: Bool
    let needs: String
}
