/// Which column of a budget file is taken as what, as somebody chose it: columns are counted from 0.
package struct ColumnMapping: Hashable, Sendable {
    /// As a spreadsheet numbers rows, from 1.
    package let headerRow: Int
    package let columns: [BudgetColumn: Int]
    /// What several columns were chosen for.
    package let doubled: [BudgetColumn]

    /// - Parameter choices: what each column of the file is taken as; columns that are left out are not imported.
    package init(headerRow: Int, choices: [(column: Int, field: BudgetColumn)]) {
        self.headerRow = headerRow
        var columns: [BudgetColumn: Int] = [:]
        var doubled: [BudgetColumn] = []
        for choice in choices {
            if columns[choice.field] == nil {
                columns[choice.field] = choice.column
            } else if !doubled.contains(choice.field) {
                doubled.append(choice.field)
            }
        }
        self.columns = columns
        self.doubled = doubled
    }
}
