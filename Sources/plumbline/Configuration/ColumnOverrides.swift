import ArgumentParser
import BudgetDomain

/// `--column amount=Subtotal`: which header of a file holds which column.
struct ColumnOverride<Column: RawRepresentable<String> & CaseIterable & Sendable>: ExpressibleByArgument, Sendable {
    let column: Column
    let header: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let column = Column(rawValue: parts[0]) else { return nil }
        self.column = column
        header = parts[1]
    }
}

extension Array {
    /// The overrides by column; the last one given for a column holds.
    func byColumn<Column>() -> [Column: String] where Element == ColumnOverride<Column> {
        Dictionary(map { ($0.column, $0.header) }, uniquingKeysWith: { _, last in last })
    }
}
