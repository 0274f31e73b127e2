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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sheet.lines.count * Self.usualLength)
        for line in sheet.lines {
            bytes.append(bytes.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
            Self.append(make(line), problems: problems.numbers(of: line.problems), to: &bytes)
        }
        bytes += bytes.isEmpty ? "[]".utf8 : "]".utf8
        lines = .written(bytes)
        self.problems = .list(problems.told)
    }

    private static let usualLength = 256
    private static let columns = BudgetTableColumn.allCases

    private static func append(_ line: BudgetTableLine, problems: [Int], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        JSON.append(line.id, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        JSON.append(line.costTypeName, to: &bytes)
        for column in columns {
            bytes.append(UInt8(ascii: ","))
            JSON.append(line.text(column), to: &bytes)
        }
        bytes.append(UInt8(ascii: ","))
        bytes += JSON.list(problems.map { .number($0) }).bytes
        bytes.append(UInt8(ascii: "]"))
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
    private var last: (problems: [Refusal], numbers: [Int]) = ([], [])

    /// Lines of one item have the same list, which arrays see at a glance, and mostly follow one another.
    mutating func numbers(of problems: [Refusal]) -> [Int] {
        if problems != last.problems { last = (problems, problems.map { number(of: $0) }) }
        return last.numbers
    }

    private mutating func number(of refusal: Refusal) -> Int {
        if let known = byRefusal[refusal] { return known }
        let words = Words(sentence: refusal.sentenceBesideLine, cure: refusal.cureBesideLine, cell: refusal.cell)
        let number = byWords[words] ?? told.count
        if number == told.count { told.append(.refusal(besideLine: refusal)) }
        byWords[words] = number
        byRefusal[refusal] = number
        return number
    }
}
