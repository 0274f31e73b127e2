import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetModify: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "modify", abstract: "Move money between two lines of a locked budget.")

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: ArgumentHelp("The line that gives, for example 03-100.L.", valueName: "budget-code"))
    var from: String?

    @Option(help: ArgumentHelp("The line that receives.", valueName: "budget-code"))
    var to: String

    @Option(parsing: .unconditional, help: "How much.")
    var amount: String

    @Option(help: "Why; it stays with the modification.")
    var notes = ""

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let money = try WrittenFigures.money(amount, option: "--amount", in: company.currency)
        let modification = try await scope.plumbline.createModification(
            from: from, to: to, amount: money, notes: notes, of: project, in: company.id,
            by: try await scope.person(of: company).id)
        let giver = from.map { " from \($0)" } ?? ""
        return Report(
            [
                "Modification \(modification.number): \(money.description)\(giver) to \(to).",
                "Next: `plumbline budget send \(project) --as EMAIL`.",
            ],
            json: BudgetJSON.Modification(
                number: modification.number, from: from, to: to, amount: MoneyJSON(modification.amount),
                notes: modification.notes))
    }
}
