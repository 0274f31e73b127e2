import BudgetDomain
import BudgetOperations

/// All lines of a budget in short: for each field a list of what they say, and what is wrong with a line by its place
/// in a list of problems. What the line before says as well is 0, which no text is. With names and sentences at every
/// line, a budget of thousands would be made of little else; and like beside like is compressed in less time.
struct BudgetLinesJSON {
    let lines: JSON
    let problems: JSON

    static let idField: StaticString = "id"
    static let costTypeNameField: StaticString = "costTypeName"
    static let problemsField: StaticString = "problems"

    init(_ sheet: BudgetSheet) {
        let make = BudgetTableLines(sheet)
        let columns = BudgetTableColumn.allCases
        var ids = TellingColumn(of: sheet.lines.count)
        var costTypeNames = TellingColumn(of: sheet.lines.count)
        var texts = columns.map { _ in TellingColumn(of: sheet.lines.count) }
        var problems = TellingProblems(of: sheet.lines.count)
        for line in sheet.lines.lazy.map({ make($0) }) {
            ids.append(line.id)
            costTypeNames.append(line.costTypeName)
            for (place, column) in columns.enumerated() { texts[place].append(line.text(column)) }
            problems.append(line.line.problems)
        }
        lines = .object(
            [(Self.idField, ids.json), (Self.costTypeNameField, costTypeNames.json)]
                + zip(columns, texts).map { ($0.key, $1.json) } + [(Self.problemsField, problems.json)])
        self.problems = .list(problems.told)
    }
}

/// What all lines say in one field.
private struct TellingColumn {
    private var bytes: [UInt8] = []
    private var last: String?

    init(of count: Int) { bytes.reserveCapacity(count * 16) }

    mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
        if text == last { return bytes.append(UInt8(ascii: "0")) }
        JSON.append(text, to: &bytes)
        last = text
    }

    var json: JSON { .written(bytes.isEmpty ? Array("[]".utf8) : bytes + "]".utf8) }
}

/// Problems that read alike are one, whatever they name.
private struct TellingProblems {
    private struct Words: Hashable {
        let sentence: String
        let cure: String
        let cell: String?
    }

    private(set) var told: [JSON] = []
    private var places: [JSON] = []
    private var byRefusal: [Refusal: Int] = [:]
    private var byWords: [Words: Int] = [:]
    private var last: [Refusal]?

    init(of count: Int) { places.reserveCapacity(count) }

    /// Lines of one item have the same list, which arrays see at a glance, and mostly follow one another.
    mutating func append(_ problems: [Refusal]) {
        if problems == last { return places.append(.number(0)) }
        last = problems
        places.append(.list(problems.map { .number(number(of: $0)) }))
    }

    var json: JSON { .list(places) }

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
