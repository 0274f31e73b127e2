import BudgetDomain

extension CertifiedBooks {
    /// One row for each cost code that has an amount anywhere, by code, and last what belongs to none.
    func rows() throws -> [Certificate.Row] {
        var sums = CertifiedSums(currency: currency)
        try addApproved(to: &sums)
        try addQuickBooks(to: &sums)
        try addReport(to: &sums)
        for (line, amounts) in zip(standing.budget.lines, try standing.budget.amountsByLine()) {
            try sums.add(try amounts.revised(), to: .notApproved, of: costCode(of: line.code))
        }
        return try sums.byCode.keys.sorted(by: Self.precedes).map { code in
            try Certificate.Row(
                costCode: code, title: title(of: code), given: try sums.given(of: code), currency: currency)
        }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        guard left != uncoded, right != uncoded else { return right == uncoded && left != uncoded }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private func title(of code: String) -> String {
        if code == Self.uncoded { return "on no cost code" }
        return codes.first { $0.costCode == code }?.title ?? titles[code] ?? ""
    }

    private func addApproved(to sums: inout CertifiedSums) throws {
        let there = Set((estimate.sighting?.reading?.lines ?? []).compactMap(\.mark))
        for each in approved {
            for transaction in each.transactions {
                let code = costCode(of: transaction.code)
                let column: CertifiedAmount =
                    transaction.kind.isOriginal ? .approvedOriginal : .approvedModifications
                try sums.add(transaction.amount, to: column, of: code)
                if !each.export.state.isInQuickBooks, !there.contains(transaction.mark) {
                    try sums.add(try transaction.amount.negated(), to: .pending, of: code)
                }
            }
        }
    }

    private func addQuickBooks(to sums: inout CertifiedSums) throws {
        let codeByItem = Dictionary(codes.map { ($0.itemListID, $0.costCode) }, uniquingKeysWith: { first, _ in first })
        let marks = Set(approved.flatMap(\.transactions).map(\.mark))
        for line in estimate.sighting?.reading?.lines ?? [] {
            let code = line.itemListID.flatMap { codeByItem[$0] } ?? Self.uncoded
            if line.mark.map(marks.contains) == true {
                try sums.add(line.amount, to: .written, of: code)
            } else {
                try sums.add(line.amount, to: .typed, of: code)
                try sums.add(line.amount, to: .typedDifference, of: code)
            }
        }
    }

    private func addReport(to sums: inout CertifiedSums) throws {
        for row in report.rows + [report.uncoded] {
            let figures: [(CertifiedAmount, Money)] = [
                (.reportOriginal, row.originalEstimate), (.reportChanges, row.budgetChanges),
                (.reportOther, row.otherEstimateLines), (.jobToDateCost, row.jobToDateCost),
                (.committed, row.committed),
            ]
            for (column, amount) in figures where !amount.isZero {
                try sums.add(amount, to: column, of: row.costCode)
            }
        }
    }
}

/// Amounts by cost code while they are added up.
struct CertifiedSums {
    let currency: Currency
    private(set) var byCode: [String: [CertifiedAmount: Money]] = [:]

    init(currency: Currency) { self.currency = currency }

    mutating func add(_ amount: Money, to column: CertifiedAmount, of code: String) throws {
        var sums = byCode[code] ?? [:]
        sums[column] = try (sums[column] ?? .zero(currency)) + amount
        byCode[code] = sums
    }

    /// What a row is made of, with the two columns that follow from others: lines that differ are what is written
    /// beside what should be, and the budget is held against what was approved.
    func given(of code: String) throws -> [CertifiedAmount: Money] {
        var given = byCode[code] ?? [:]
        func sum(_ columns: [CertifiedAmount]) throws -> Money {
            try Money.sum(columns.compactMap { given[$0] }, in: currency)
        }
        let approved = try sum([.approvedOriginal, .approvedModifications])
        given[.differing] = try sum([.written]) - (try approved + (try sum([.pending])))
        given[.notApproved] = try sum([.notApproved]) - approved
        return given
    }
}
