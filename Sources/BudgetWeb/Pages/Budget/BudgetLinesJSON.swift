import BudgetDomain
import BudgetOperations

/// All lines of a budget in short: each a list of its fields, and what is wrong with it by the place in a list of
/// problems. With names and sentences at every line, a budget of thousands would be made of little else.
struct BudgetLinesJSON {
    let lines: JSON
    let problems: JSON

    /// What stands where in a line.
    static let fields = JSON.list(
        ([idField, costTypeNameField] + BudgetTableColumn.allCases.map(\.key) + [problemsField]).map {
            .text("\($0)")
        })
    static let idField: StaticString = "id"
    static let costTypeNameField: StaticString = "costTypeName"
    static let problemsField: StaticString = "problems"

    init(_ sheet: BudgetSheet) {
        let make = BudgetTableLines(sheet)
        var problems = NumberedProblems()
        lines = .list(
            sheet.lines.map { line in
                let shown = make(line)
                var fields: [JSON] = []
                fields.reserveCapacity(BudgetTableColumn.allCases.count + 3)
                fields.append(.text(shown.id))
                fields.append(.text(shown.costTypeName))
                for column in BudgetTableColumn.allCases { fields.append(.text(shown.text(column))) }
                fields.append(.list(line.problems.map { .number(problems.number(of: $0)) }))
                return .list(fields)
            })
        self.problems = .list(problems.told)
    }
}

/// Problems that read alike are one, whatever they name.
private struct NumberedProblems {
    private struct Words: Hashable {
        let sentence: String
        let cure: String
        let cell: String?
    }

    private(set) var told: [JSON] = []
    private var byRefusal: [Refusal: Int] = [:]
    private var byWords: [Words: Int] = [:]

    mutating func number(of refusal: Refusal) -> Int {
        if let known = byRefusal[refusal] { return known }
        let words = Words(sentence: refusal.sentenceBesideLine, cure: refusal.cureBesideLine, cell: refusal.cell)
        let number = byWords[words] ?? told.count
        if number == told.count { told.append(.refusal(besideLine: refusal)) }
        byWords[words] = number
        byRefusal[refusal] = number
        return number
    }
}
