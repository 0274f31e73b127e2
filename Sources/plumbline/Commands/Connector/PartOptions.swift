import ArgumentParser
import BudgetOperations

/// Which part of a long list of the log is shown.
struct PartOptions: ParsableArguments {
    @Option(help: "Which part of the list: 1 is the newest, or a session's first.")
    var page = 1

    func validate() throws {
        guard page > 0 else { throw ValidationError("--page counts from 1.") }
    }

    /// Says that there is more than what is shown.
    static func rest<Row>(of part: PartOfLog<Row>) -> [Report.Block] {
        let pages = (part.total + LogParts.rowsPerPage - 1) / LogParts.rowsPerPage
        guard pages > 1 else { return [] }
        return [.blank, .line("Part \(part.page) of \(pages); --page shows another.")]
    }
}
