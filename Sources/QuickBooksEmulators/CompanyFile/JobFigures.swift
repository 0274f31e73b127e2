internal import QBXML

/// What was estimated and spent on one item of one job, or without an item.
struct JobFigures: Sendable, Hashable {
    var estimatedCostCents: Int64 = 0
    var actualCostCents: Int64 = 0
    var estimatedRevenueCents: Int64 = 0

    static func += (left: inout JobFigures, right: JobFigures) {
        left.estimatedCostCents += right.estimatedCostCents
        left.actualCostCents += right.actualCostCents
        left.estimatedRevenueCents += right.estimatedRevenueCents
    }
}

/// A job's cost as one line of a transaction states it.
struct JobCost: Sendable {
    let job: String
    let item: String?
    let cents: Int64

    init?(_ line: ExpenseLineRet, sign: Int64) {
        guard let job = line.customerRef?.fullName else { return nil }
        self.init(job: job, item: nil, cents: sign * (line.amount?.cents ?? 0))
    }

    init?(_ line: ItemLineRet, sign: Int64) {
        guard let job = line.customerRef?.fullName else { return nil }
        self.init(job: job, item: line.itemRef?.fullName, cents: sign * (line.amount?.cents ?? 0))
    }

    init?(_ line: JournalLineRet) {
        switch line {
        case .debit(let line):
            guard let job = line.entityRef?.fullName else { return nil }
            self.init(job: job, item: nil, cents: line.amount?.cents ?? 0)
        case .credit(let line):
            guard let job = line.entityRef?.fullName else { return nil }
            self.init(job: job, item: nil, cents: -(line.amount?.cents ?? 0))
        }
    }

    private init(job: String, item: String?, cents: Int64) {
        self.job = job
        self.item = item
        self.cents = cents
    }
}

extension CompanyRecords {
    /// Purchase orders are no costs; credits are negative ones.
    var jobCosts: [JobCost] {
        var costs = bills.flatMap { Self.costs($0.expenseLines, $0.itemLines, sign: 1) }
        costs += checks.flatMap { Self.costs($0.expenseLines, $0.itemLines, sign: 1) }
        costs += cardCharges.flatMap { Self.costs($0.expenseLines, $0.itemLines, sign: 1) }
        costs += cardCredits.flatMap { Self.costs($0.expenseLines, $0.itemLines, sign: -1) }
        costs += vendorCredits.flatMap { Self.costs($0.expenseLines, $0.itemLines, sign: -1) }
        costs += journalEntries.flatMap { $0.lines.compactMap(JobCost.init) }
        return costs
    }

    private static func costs(
        _ expenses: [ExpenseLineRet], _ items: [ItemLineOrGroupRet], sign: Int64
    ) -> [JobCost] {
        expenses.compactMap { JobCost($0, sign: sign) }
            + items.flatMap(\.itemLines).compactMap { JobCost($0, sign: sign) }
    }

    /// The estimated cost of a line is its quantity at the item's purchase cost, or the line's amount where the item
    /// has none.
    func estimatedFigures(_ line: EstimateLineRet) -> JobFigures {
        let revenue = line.amount?.cents ?? 0
        let purchaseCost = line.itemRef.flatMap { items.record($0) }?.salesAndPurchase?.purchaseCost
        var figures = JobFigures(estimatedCostCents: revenue, estimatedRevenueCents: revenue)
        if let purchaseCost, purchaseCost.hundredThousandths != 0 {
            let cost = LineAmounts.amount(line.quantity ?? .one, purchaseCost, nil)
            figures.estimatedCostCents = cost?.cents ?? 0
        }
        return figures
    }
}

extension ItemLineOrGroupRet {
    var itemLines: [ItemLineRet] {
        switch self {
        case .line(let line): [line]
        case .group(let group): group.lines
        }
    }
}

extension EstimateLineOrGroupRet {
    var estimateLines: [EstimateLineRet] {
        switch self {
        case .line(let line): [line]
        case .group(let group): group.lines
        }
    }
}
