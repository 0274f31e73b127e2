import BudgetDomain

/// Everything that is wrong with a file, for whoever mends it.
struct ImportProblems: Equatable {
    let problems: [ImportProblem]
    let unlisted: Int

    /// - Parameter advice: what may help beside mending rows.
    func report(of file: String, advice: String? = nil) -> Report {
        let count = problems.count + unlisted
        let table = Table(
            [.figure("Row"), .text("Column"), .text("Problem")],
            rows: problems.map { [$0.row.map(String.init) ?? "", $0.column ?? "", $0.reason] })
        var blocks: [Report.Block] = [
            "\(file) has \(count) problem\(count == 1 ? "" : "s"); nothing was stored.", .blank, .table(table), .blank,
        ]
        if unlisted > 0 { blocks.append("\(unlisted) further problems are not listed.") }
        blocks.append("Mend what is named, and import the file again.")
        if let advice { blocks.append(.line(advice)) }
        return Report(blocks, json: ImportProblemsJSON(self), status: .fileProblems)
    }
}

struct ImportProblemsJSON: Encodable {
    let problems: [Problem]
    let unlisted: Int

    struct Problem: Encodable {
        let row: Int?
        let column: String?
        let reason: String
    }

    init(_ problems: ImportProblems) {
        self.problems = problems.problems.map { Problem(row: $0.row, column: $0.column, reason: $0.reason) }
        unlisted = problems.unlisted
    }
}
