/// What came of reading a budget file: all of it, or every reason why nothing of it may be stored.
package enum BudgetFileReading: Hashable, Sendable {
    case budget([ImportedBudgetLine], notes: [ImportNote])
    /// `unlisted` problems beyond the limit were found too.
    case refused([ImportProblem], unlisted: Int)
}

/// A budget kept as comma-, semicolon- or tab-separated text: a firm's own, or the export of Procore's budget page.
package enum BudgetFile {
    /// - Parameters:
    ///   - overrides: the headers of columns that would not be recognised, or not rightly.
    ///   - mapping: what somebody chose for each column; nil guesses from the headers.
    ///   - decimalMark: the file's decimal mark; nil finds it out from the amounts.
    package static func read(
        bytes: [UInt8], currency: Currency, overrides: [BudgetColumn: String] = [:], mapping: ColumnMapping? = nil,
        decimalMark: DecimalMark? = nil, limits: ImportLimits = .standard
    ) -> BudgetFileReading {
        let reading = readWhatIsRight(
            bytes: bytes, currency: currency, overrides: overrides, mapping: mapping, decimalMark: decimalMark,
            limits: limits)
        guard reading.problems.isEmpty, reading.unlisted == 0 else {
            return .refused(reading.problems, unlisted: reading.unlisted)
        }
        return .budget(reading.lines, notes: reading.notes)
    }

    /// The lines that are right, beside every problem with the others: for a preview, which looks further into them.
    package static func readWhatIsRight(
        bytes: [UInt8], currency: Currency, overrides: [BudgetColumn: String] = [:], mapping: ColumnMapping? = nil,
        decimalMark: DecimalMark? = nil, limits: ImportLimits = .standard
    ) -> (lines: [ImportedBudgetLine], notes: [ImportNote], problems: [ImportProblem], unlisted: Int) {
        var problems = ProblemList(limit: limits.problems)
        let sheet = Sheet<BudgetColumn>.read(
            bytes, overrides: overrides, limits: limits, problems: &problems,
            chosen: mapping.map { mapping in
                { HeaderRow(mapping, in: $0, separator: $1, limits: limits) }
            })
        guard let sheet else { return ([], [], problems.inRowOrder, problems.unlisted) }

        let figures = FigureReader(
            currency: currency, mark: decimalMark ?? FigureReader.mark(of: sheet, currency: currency))
        var reading = BudgetSheetReading(sheet: sheet, figures: figures, problems: problems)
        reading.readRows()
        return (reading.lines, reading.notes, reading.problems.inRowOrder, reading.problems.unlisted)
    }
}
