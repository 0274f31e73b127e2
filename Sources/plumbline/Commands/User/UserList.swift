import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the people of the company and their access.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        Self.report(of: try await scope.plumbline.people(of: try await scope.company().id))
    }

    static func report(of people: [Person]) -> Report {
        let columns: [Table.Column] = [.text("E-mail"), .prose("Name")] + Tool.allCases.map { .text($0.title) }
        let rows = people.filter(\.isActive).map { person in
            [person.email, person.name] + person.permissions.levelCells + [person.canPushToAccounting ? "yes" : "no"]
        }
        return Report(
            [.table(Table(columns + [.text("Can Push to Accounting")], rows: rows))] + leavers(people),
            json: people.map(PersonJSON.init))
    }

    private static func leavers(_ people: [Person]) -> [Report.Block] {
        let rows = people.compactMap { person in
            person.deactivation.map { [person.email, person.name, $0.by, $0.at.toTheMinute] }
        }
        guard !rows.isEmpty else { return [] }
        let columns: [Table.Column] = [.text("Deactivated"), .prose("Name"), .prose("By"), .text("When")]
        return [.blank, .table(Table(columns, rows: rows))]
    }
}
