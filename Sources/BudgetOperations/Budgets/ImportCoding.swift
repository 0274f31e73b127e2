import BudgetDomain

/// Finds the company's cost code and cost type for each line of a file, and gathers what cannot be found.
struct ImportCoding {
    private(set) var costCodes: CostCodeList
    let costTypes: CostTypeIndex
    let addsCostCodes: Bool
    let randomness: Randomness

    private(set) var problems: [ImportProblem] = []
    private(set) var unlisted = 0
    private var rowsByCode: [BudgetCode: Int] = [:]

    init(costCodes: CostCodeList, costTypes: CostTypeIndex, addsCostCodes: Bool, randomness: Randomness) {
        self.costCodes = costCodes
        self.costTypes = costTypes
        self.addsCostCodes = addsCostCodes
        self.randomness = randomness
    }

    var outcome: BudgetImportOutcome { .problems(problems, unlisted: unlisted) }

    /// The line with its codes; nil when it has a problem, which is then gathered.
    mutating func code(_ line: ImportedBudgetLine) -> BudgetLineItem? {
        guard hasFittingTexts(line) else { return nil }
        let costCode = costCode(of: line)
        let costType = costTypes[line.costType]
        if costCode == nil { report(line, .costCode, "There is no cost code “\(line.costCode)”.") }
        if costType == nil { report(line, .costType, "There is no cost type “\(line.costType)”.") }
        guard let costCode, let costType else { return nil }
        let code = BudgetCode(
            subJob: line.subJob, costCode: costCode.id, costCodeText: costCode.code, costType: costType.code,
            customSegments: line.customSegments)
        if let earlier = rowsByCode.updateValue(line.row, forKey: code) {
            report(line, .costType, "The budget code \(code) is on row \(earlier) already: a code has one line.")
            return nil
        }
        return BudgetLineItem(
            id: randomness.id(), code: code, description: line.description, calculation: line.calculation,
            originalAmount: line.amount)
    }

    private mutating func hasFittingTexts(_ line: ImportedBudgetLine) -> Bool {
        var texts: [(BudgetColumn, TextLimit, String?)] = [
            (.subJob, .subJob, line.subJob), (.costCode, .costCode, line.costCode),
            (.costCodeTitle, .costCodeTitle, line.costCodeTitle),
            (.customSegments, .customSegments, line.customSegments),
            (.unitOfMeasure, .unitOfMeasure, line.unitOfMeasure),
        ]
        for (column, tier) in zip([BudgetColumn.tier1, .tier2, .tier3, .tier4, .tier5], line.tiers) {
            texts += [(column, .costCode, tier.code), (column, .costCodeTitle, tier.title)]
        }
        for (column, limit, text) in texts {
            guard let refusal = limit.refusal(of: text ?? "") else { continue }
            report(line, column, refusal.sentence)
            return false
        }
        return true
    }

    /// The line's cost code; a new one is added below its tiers where that is allowed.
    private mutating func costCode(of line: ImportedBudgetLine) -> CostCode? {
        if let present = costCodes[line.costCode] { return present }
        guard addsCostCodes else { return nil }
        var parent: String?
        for tier in line.tiers {
            let draft = CostCodeDraft(code: tier.code, title: tier.title ?? tier.code, parentCode: parent)
            parent = costCodes.present(draft).code
        }
        let title = line.costCodeTitle ?? line.costCode
        return costCodes.present(CostCodeDraft(code: line.costCode, title: title, parentCode: parent))
    }

    private mutating func report(_ line: ImportedBudgetLine, _ column: BudgetColumn, _ reason: String) {
        guard problems.count < ImportLimits.standard.problems else {
            unlisted += 1
            return
        }
        problems.append(ImportProblem(row: line.row, column: column.title, reason: reason))
    }
}

extension ImportedBudgetLine {
    fileprivate var calculation: BudgetLineItem.Calculation {
        guard !manualCalculation, let quantity, let unitCost else { return .manual }
        return .automatic(quantity: quantity, unitOfMeasure: unitOfMeasure ?? "", unitCost: unitCost)
    }
}
