/// Where a row's amount belongs.
struct ImportedCodes {
    var subJob: String?
    var costCode: String
    var costCodeTitle: String?
    var parents: [CostCodeTier]
    var costType: String
    var customSegments: String?

    /// How people read it: `0001.03-01-025.MAT`.
    var name: String {
        [subJob, costCode, costType, customSegments].compactMap { $0 }.joined(separator: ".")
    }

    /// Equal for codes that mean the same: QuickBooks tells no capitals from small letters.
    var key: String {
        let parts = [subJob ?? "", costCode, CostTypeSpelling.normalised(costType), customSegments ?? ""]
        return parts.map { $0.lowercased() }.joined(separator: "\n")
    }
}

extension BudgetSheetReading {
    private typealias Row = Sheet<BudgetColumn>.Row

    func line(
        of row: Sheet<BudgetColumn>.Row, codes: ImportedCodes,
        money: (figures: LineFigures, amount: Money, isManual: Bool)
    ) -> ImportedBudgetLine {
        let unit = cell(.unitOfMeasure, row)
        let description = cell(.description, row)
        let named = [codes.costCodeTitle ?? codes.costCode, codes.costType].joined(separator: ".")
        return ImportedBudgetLine(
            row: row.number, subJob: codes.subJob, costCode: codes.costCode, costCodeTitle: codes.costCodeTitle,
            tiers: codes.parents, costType: codes.costType, customSegments: codes.customSegments,
            description: description.isEmpty ? named : description, quantity: money.figures.quantity,
            unitOfMeasure: unit.isEmpty ? nil : unit, unitCost: money.figures.unitCost,
            manualCalculation: money.isManual, amount: money.amount)
    }

    mutating func codes(of row: Sheet<BudgetColumn>.Row) -> ImportedCodes? {
        for column in [.subJob, .costCode, .costType, .budgetCode, .customSegments] + BudgetColumn.tiers
        where cell(column, row).utf8.contains(where: { $0 < 0x20 }) {
            report(row, column, "A code cannot have a line break or a tab in it.")
            return nil
        }
        let tiers = BudgetColumn.tiers.map { cell($0, row) }.filter { !$0.isEmpty }.map(CostCodeTier.init(reading:))
        let codeCell = cell(.costCode, row)
        let own = codeCell.isEmpty ? tiers.last : CostCodeTier(reading: codeCell)
        let whole: BudgetCodeText?
        do {
            whole = try budgetCode(of: row, costCode: own?.code)
        } catch {
            report(row, .budgetCode, error.sentence)
            return nil
        }
        guard let costCode = own?.code ?? whole?.costCode, !costCode.isEmpty else {
            report(row, .costCode, "The row has no cost code.")
            return nil
        }
        guard let subJob = subJob(of: row, inBudgetCode: whole?.subJob),
            let costType = costType(of: row, inBudgetCode: whole?.costType)
        else { return nil }
        let titleCell = cell(.costCodeTitle, row)
        return ImportedCodes(
            subJob: subJob.isEmpty ? nil : subJob, costCode: costCode,
            costCodeTitle: titleCell.isEmpty ? own?.title : titleCell,
            parents: tiers.last?.code == costCode ? tiers.dropLast() : tiers,
            costType: costType, customSegments: part(.customSegments, row) ?? whole?.customSegments)
    }

    private func budgetCode(of row: Row, costCode: String?) throws(BudgetCodeText.Fault) -> BudgetCodeText? {
        let text = cell(.budgetCode, row)
        guard !text.isEmpty else { return nil }
        let hasSubJob = sheet.header.columns[.subJob] == nil ? nil : part(.subJob, row) != nil
        return try BudgetCodeText(reading: text, costCode: costCode, hasSubJob: hasSubJob)
    }

    /// The code in a cell that may say `None`, as the budget page's export does for a missing part.
    private func part(_ column: BudgetColumn, _ row: Row) -> String? {
        let code = CostCodeTier(reading: cell(column, row)).code
        return code.isEmpty || code.lowercased() == "none" ? nil : code
    }

    /// Empty when there is none; nil when the row contradicts itself, which is then reported.
    private mutating func subJob(of row: Row, inBudgetCode coded: String?) -> String? {
        let stated = part(.subJob, row)
        if let coded, sheet.header.columns[.subJob] != nil, stated != coded {
            report(row, .subJob, "The sub job is \(stated ?? "None"), but the budget code begins with \(coded).")
            return nil
        }
        return stated ?? coded ?? ""
    }

    /// Nil when the row has none or contradicts itself, which is then reported.
    private mutating func costType(of row: Row, inBudgetCode coded: String?) -> String? {
        let stated = part(.costType, row)
        if let stated, let coded, let one = CostTypeSpelling.code(of: stated),
            let other = CostTypeSpelling.code(of: coded), one != other
        {
            report(row, .costType, "The cost type is \(stated), but the budget code says \(coded).")
            return nil
        }
        if let known = stated ?? coded { return known }
        let isWithoutTypes = sheet.header.columns[.costType] == nil && sheet.header.columns[.budgetCode] == nil
        guard isWithoutTypes else {
            report(row, .costType, "The row has no cost type.")
            return nil
        }
        return "Other"
    }

    mutating func amount(
        of row: Sheet<BudgetColumn>.Row
    ) -> (figures: LineFigures, amount: Money, isManual: Bool)? {
        let problemsBefore = problems.count
        var read = LineFigures()
        do { read.quantity = try figures.quantity(cell(.quantity, row)) } catch { report(row, .quantity, error) }
        do { read.unitCost = try figures.unitCost(cell(.unitCost, row)) } catch { report(row, .unitCost, error) }
        do { read.amount = try figures.money(cell(.amount, row)) } catch { report(row, .amount, error) }
        let manual = cell(.manualCalculation, row)
        read.isManual = LineFigures.isManual(manual)
        if !manual.isEmpty, read.isManual == nil {
            report(row, .manualCalculation, "“\(manual.prefix(64))” is neither Yes nor No.")
        }
        guard problems.count == problemsBefore else { return nil }
        do {
            let (amount, isManual) = try read.amount(in: figures.currency)
            return (read, amount, isManual)
        } catch {
            report(row, .amount, error.sentence)
            return nil
        }
    }

    private mutating func report(_ row: Row, _ column: BudgetColumn, _ fault: AmountTextFault) {
        let text = cell(column, row).prefix(AmountText.longestText)
        report(row, column, "“\(text)” cannot be read. \(fault.sentence)")
    }
}
