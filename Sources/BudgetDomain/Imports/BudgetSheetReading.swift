/// Goes through a budget sheet once, row by row, and gathers lines, notes and problems.
struct BudgetSheetReading {
    let sheet: Sheet<BudgetColumn>
    let figures: FigureReader
    var problems: ProblemList
    private(set) var lines: [ImportedBudgetLine] = []
    private(set) var notes: [ImportNote] = []

    private var rowsByBudgetCode: [String: Int] = [:]
    private var totals = RunningTotals()
    private var headings = 0
    private var linesWithoutAmount = 0

    init(sheet: Sheet<BudgetColumn>, figures: FigureReader, problems: ProblemList) {
        self.sheet = sheet
        self.figures = figures
        self.problems = problems
        totals.isReliable = problems.isEmpty
    }

    mutating func readRows() {
        for row in sheet.rows {
            if !hasCode(row) {
                readRowWithoutCode(row)
            } else if isHeading(row) {
                headings += 1
            } else {
                readLine(row)
            }
        }
        if lines.isEmpty, problems.isEmpty { problems.add("The file has no budget lines.") }
        if !totals.isWithinLimit { problems.add("The lines add up to more than QuickBooks accepts.") }
        noteWhatWasDone()
    }

    func cell(_ column: BudgetColumn, _ row: Sheet<BudgetColumn>.Row) -> String {
        sheet.header.cell(column, in: row) ?? ""
    }

    mutating func report(_ row: Sheet<BudgetColumn>.Row, _ column: BudgetColumn, _ reason: String) {
        problems.add(row: row.number, column: sheet.header.title(of: column), reason)
    }

    private func hasCode(_ row: Sheet<BudgetColumn>.Row) -> Bool {
        let codes = ([.costCode, .budgetCode] + BudgetColumn.tiers).map { cell($0, row) }.filter { !$0.isEmpty }
        return !codes.isEmpty && !codes.contains(where: TotalsLabel.isTotal)
    }

    private func hasFigures(_ row: Sheet<BudgetColumn>.Row) -> Bool {
        FigureReader.columns.contains { !cell($0, row).isEmpty }
    }

    /// A row that names a division above its lines: a code and a title, but neither a type nor a figure.
    private func isHeading(_ row: Sheet<BudgetColumn>.Row) -> Bool {
        sheet.header.columns[.costType] != nil && cell(.costType, row).isEmpty && cell(.budgetCode, row).isEmpty
            && !hasFigures(row)
    }

    private mutating func readLine(_ row: Sheet<BudgetColumn>.Row) {
        let problemsBefore = problems.count
        let codes = codes(of: row)
        let money = amount(of: row)
        guard let codes, let money, problems.count == problemsBefore else {
            totals.isReliable = false
            return
        }
        let line = line(of: row, codes: codes, money: money)
        totals.add(line.amount)
        if !hasFigures(row) { linesWithoutAmount += 1 }

        let key = codes.key
        if let earlier = rowsByBudgetCode[key] {
            let column: BudgetColumn = sheet.header.columns[.budgetCode] == nil ? .costCode : .budgetCode
            report(row, column, "The budget code \(codes.name) is on row \(earlier) already: a code has one line.")
        } else {
            rowsByBudgetCode[key] = row.number
            lines.append(line)
        }
    }
}

// Rows that are no lines.
extension BudgetSheetReading {
    private mutating func readRowWithoutCode(_ row: Sheet<BudgetColumn>.Row) {
        guard hasFigures(row) else {
            headings += 1
            return
        }
        let text = cell(.amount, row)
        let isLabelled = row.cells.contains(where: TotalsLabel.isTotal)
        guard let stated = try? figures.money(text) else {
            if isLabelled, text.isEmpty { return }
            if isLabelled {
                report(row, .amount, "The total “\(text.prefix(AmountText.longestText))” cannot be read.")
            } else {
                report(row, .costCode, "The row has no cost code.")
            }
            return
        }
        guard totals.isReliable else {
            if !isLabelled { report(row, .costCode, "The row has no cost code.") }
            return
        }
        if totals.ties(with: stated) {
            notes.append(ImportNote(row: row.number, text: "The total \(stated.formatted) ties with the lines above."))
            totals.endSection()
        } else if isLabelled {
            let sum = totals.sum(in: figures.currency)?.formatted ?? "more than QuickBooks accepts"
            report(row, .amount, "The total is \(stated.formatted), but the lines above add up to \(sum).")
        } else {
            report(row, .costCode, "The row has an amount but no cost code, and is not the total of the lines above.")
        }
    }

    private mutating func noteWhatWasDone() {
        if sheet.isWindows1252 {
            notes.append(ImportNote(text: "The file is not UTF-8; it was read as Windows-1252."))
        }
        if headings > 0 {
            notes.append(ImportNote(text: "Headings without figures were left out: \(headings)."))
        }
        if linesWithoutAmount > 0 {
            notes.append(ImportNote(text: "Lines without an amount were taken as 0.00: \(linesWithoutAmount)."))
        }
        if sheet.header.columns.keys.allSatisfy({ $0 != .costType && $0 != .budgetCode }) {
            notes.append(ImportNote(text: "The file has no cost types; every line was taken as Other."))
        }
        let unread = sheet.header.unread
        if !unread.isEmpty {
            notes.append(ImportNote(text: "Columns that are not imported: \(unread.joined(separator: ", "))."))
        }
    }
}
