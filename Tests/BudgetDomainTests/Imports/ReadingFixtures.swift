import BudgetDomain
import Foundation

/// A budget of text in US dollars.
func read(_ text: String, overrides: [BudgetColumn: String] = [:]) -> BudgetFileReading {
    BudgetFile.read(bytes: Array(text.utf8), currency: .usd, overrides: overrides)
}

func usd(_ minorUnits: Int64) -> Money {
    Money(minorUnits: minorUnits, currency: .usd)
}

func refused(_ row: Int?, _ column: String?, _ reason: String) -> BudgetFileReading {
    .refused([ImportProblem(row: row, column: column, reason: reason)], unlisted: 0)
}

/// A line by hand with the codes alone.
func line(
    _ row: Int, _ costCode: String, _ costType: String, _ description: String, _ cents: Int64
) -> ImportedBudgetLine {
    ImportedBudgetLine(
        row: row, costCode: costCode, costType: costType, description: description, manualCalculation: true,
        amount: usd(cents))
}

/// The bytes of a file in `examples/`.
func example(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "examples").appending(path: name)))
}
