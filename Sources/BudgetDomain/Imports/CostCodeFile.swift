/// A cost code as a list has it.
package struct ImportedCostCode: Hashable, Sendable {
    package var row: Int
    package var code: String
    package var title: String
    /// The code's parents, the outermost first.
    package var tiers: [CostCodeTier]

    package init(row: Int, code: String, title: String, tiers: [CostCodeTier] = []) {
        self.row = row
        self.code = code
        self.title = title
        self.tiers = tiers
    }
}

/// The columns of a cost-code list that are read.
package enum CostCodeColumn: String, SheetColumn, CaseIterable {
    case code, title, tier1, tier2, tier3, tier4, tier5

    static let tiers: [CostCodeColumn] = [.tier1, .tier2, .tier3, .tier4, .tier5]

    package var title: String {
        switch self {
        case .code: "Code"
        case .title: "Title"
        case .tier1: "Tier 1"
        case .tier2: "Tier 2"
        case .tier3: "Tier 3"
        case .tier4: "Tier 4"
        case .tier5: "Tier 5"
        }
    }

    var spellings: [String] {
        switch self {
        case .code: BudgetColumn.costCode.spellings
        case .title: BudgetColumn.costCodeTitle.spellings + ["Description", "Name", "Desc"]
        case .tier1: BudgetColumn.tier1.spellings
        case .tier2: BudgetColumn.tier2.spellings
        case .tier3: BudgetColumn.tier3.spellings
        case .tier4: BudgetColumn.tier4.spellings
        case .tier5: BudgetColumn.tier5.spellings
        }
    }

    static func missing(from found: Set<CostCodeColumn>) -> [String] {
        found.contains(.code) ? [] : ["No column holds the cost code."]
    }
}

package enum CostCodeFileReading: Hashable, Sendable {
    case costCodes([ImportedCostCode])
    /// `unlisted` problems beyond the limit were found too.
    case refused([ImportProblem], unlisted: Int)
}

/// A list of cost codes, one a row: `03-100,Concrete formwork`, or `03-100 - Concrete formwork` in one column.
package enum CostCodeFile {
    package static func read(
        bytes: [UInt8], overrides: [CostCodeColumn: String] = [:], limits: ImportLimits = .standard
    ) -> CostCodeFileReading {
        var problems = ProblemList(limit: limits.problems)
        let sheet = Sheet.read(bytes, overrides: overrides, limits: limits, problems: &problems)
        guard let sheet else { return .refused(problems.inRowOrder, unlisted: problems.unlisted) }

        var codes: [ImportedCostCode] = []
        var rowsByCode: [String: Int] = [:]
        for row in sheet.rows {
            let column = sheet.header.title(of: .code)
            let code = costCode(row, under: sheet.header)
            if code.code.isEmpty {
                problems.add(row: row.number, column: column, "The row has no cost code.")
            } else if code.code.utf8.contains(where: { $0 < 0x20 }) {
                problems.add(row: row.number, column: column, "A code cannot have a line break or a tab in it.")
            } else if let earlier = rowsByCode.updateValue(row.number, forKey: code.code.lowercased()) {
                problems.add(row: row.number, column: column, "The code \(code.code) is on row \(earlier) already.")
            } else {
                codes.append(code)
            }
        }
        if codes.isEmpty, problems.isEmpty { problems.add("The file has no cost codes.") }
        return problems.isEmpty ? .costCodes(codes) : .refused(problems.inRowOrder, unlisted: problems.unlisted)
    }

    private static func costCode(
        _ row: Sheet<CostCodeColumn>.Row, under header: HeaderRow<CostCodeColumn>
    ) -> ImportedCostCode {
        let own = CostCodeTier(reading: header.cell(.code, in: row) ?? "")
        let titleCell = header.cell(.title, in: row) ?? ""
        let tiers = CostCodeColumn.tiers.compactMap { header.cell($0, in: row) }.filter { !$0.isEmpty }
            .map(CostCodeTier.init(reading:))
        return ImportedCostCode(
            row: row.number, code: own.code, title: titleCell.isEmpty ? own.title ?? own.code : titleCell,
            tiers: tiers.last?.code == own.code ? tiers.dropLast() : tiers)
    }
}
