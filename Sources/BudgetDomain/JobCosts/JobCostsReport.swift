/// The Job Costs Report of one project: per cost code what was estimated, what it costs so far and what is promised,
/// all read from QuickBooks.
package struct JobCostsReport: Hashable, Sendable {
    package let rows: [Row]
    /// Costs and estimate lines on items that are no cost code, or on no item at all, so that totals tie to the books.
    package let uncoded: Row
    package let total: Row
    /// When QuickBooks was last read; nil when it never was.
    package let estimateReadAt: Instant?
    package let costsReadAt: Instant?

    package init(
        rows: [Row], uncoded: Row, total: Row, estimateReadAt: Instant?, costsReadAt: Instant?
    ) {
        self.rows = rows
        self.uncoded = uncoded
        self.total = total
        self.estimateReadAt = estimateReadAt
        self.costsReadAt = costsReadAt
    }

    /// What some of the rows add up to.
    package func sum(of rows: [Row]) throws(MoneyFault) -> Row {
        var sum = Row(costCode: total.costCode, title: total.title, currency: total.jobToDateCost.currency)
        for row in rows { try sum.add(row) }
        return sum
    }

    package struct Row: Hashable, Sendable {
        /// The cost code with its type where sub-items are used, "Uncoded", or "Total".
        package let costCode: String
        package let title: String
        package var originalEstimate: Money
        package var budgetChanges: Money
        /// Lines that somebody typed into the estimate in QuickBooks.
        package var otherEstimateLines: Money
        package var jobToDateCost: Money
        package var committed: Money

        package init(costCode: String, title: String, currency: Currency) {
            self.costCode = costCode
            self.title = title
            originalEstimate = .zero(currency)
            budgetChanges = .zero(currency)
            otherEstimateLines = .zero(currency)
            jobToDateCost = .zero(currency)
            committed = .zero(currency)
        }

        /// Original estimate, budget changes and lines typed in QuickBooks: the estimate as it stands in the books.
        package func revisedEstimate() throws(MoneyFault) -> Money {
            try originalEstimate + budgetChanges + otherEstimateLines
        }

        fileprivate mutating func add(_ row: Row) throws(MoneyFault) {
            originalEstimate = try originalEstimate + row.originalEstimate
            budgetChanges = try budgetChanges + row.budgetChanges
            otherEstimateLines = try otherEstimateLines + row.otherEstimateLines
            jobToDateCost = try jobToDateCost + row.jobToDateCost
            committed = try committed + row.committed
        }
    }

    /// A cost code as the report knows it: the item by which QuickBooks' lines belong to it.
    package struct Code: Hashable, Sendable {
        package let itemListID: String
        package let costCode: String
        package let title: String

        package init(itemListID: String, costCode: String, title: String) {
            self.itemListID = itemListID
            self.costCode = costCode
            self.title = title
        }
    }

    /// A part of an estimate line of which an approver kept something: the transaction or one that adjusts it.
    package struct KeptPart: Hashable, Sendable {
        package let itemListID: String?
        package let amount: Money
        package let isOriginal: Bool

        package init(itemListID: String?, amount: Money, isOriginal: Bool) {
            self.itemListID = itemListID
            self.amount = amount
            self.isOriginal = isOriginal
        }
    }

    /// Builds the report. `kinds` says which marks are ours and what they are, `kept` what the lines of which something
    /// was kept are made of. Rows stand in the order of `codes`; a code without any amount or line is left out.
    package static func build(
        codes: [Code], currency: Currency, reading: EstimateReading?, kinds: [String: TransactionKind],
        kept: [String: [KeptPart]] = [:], documents: [JobCostDocumentLine], estimateReadAt: Instant?,
        costsReadAt: Instant?
    ) throws(MoneyFault) -> JobCostsReport {
        let index = Dictionary(codes.enumerated().map { ($1.itemListID, $0) }, uniquingKeysWith: { first, _ in first })
        var rows = codes.map { Row(costCode: $0.costCode, title: $0.title, currency: currency) }
        var used = Set<Int>()
        rows.append(Row(costCode: "Uncoded", title: "on no cost code", currency: currency))

        func row(of itemListID: String?) -> Int {
            guard let found = itemListID.flatMap({ index[$0] }) else { return codes.count }
            used.insert(found)
            return found
        }
        let adjusted = Set(kept.keys)
        var kept = kept
        for line in reading?.lines ?? [] {
            let at = row(of: line.itemListID)
            // What the line is worth beyond its parts is a change that nobody has decided on yet.
            for part in line.mark.flatMap({ kept.removeValue(forKey: $0) }) ?? [] {
                let place = row(of: part.itemListID)
                if part.isOriginal {
                    rows[place].originalEstimate = try rows[place].originalEstimate + part.amount
                } else {
                    rows[place].budgetChanges = try rows[place].budgetChanges + part.amount
                }
                rows[at].budgetChanges = try rows[at].budgetChanges - part.amount
            }
            let isKept = line.mark.map { adjusted.contains($0) } ?? false
            switch isKept ? false : line.mark.flatMap({ kinds[$0] })?.isOriginal {
            case true?: rows[at].originalEstimate = try rows[at].originalEstimate + line.amount
            case false?: rows[at].budgetChanges = try rows[at].budgetChanges + line.amount
            case nil: rows[at].otherEstimateLines = try rows[at].otherEstimateLines + line.amount
            }
        }
        for line in documents {
            let at = row(of: line.itemListID)
            if line.kind.isCommitted {
                rows[at].committed = try rows[at].committed + line.amount
            } else {
                rows[at].jobToDateCost = try rows[at].jobToDateCost + line.amount
            }
        }
        var total = Row(costCode: "Total", title: "", currency: currency)
        for row in rows { try total.add(row) }
        return JobCostsReport(
            rows: codes.indices.filter(used.contains).map { rows[$0] }, uncoded: rows[codes.count], total: total,
            estimateReadAt: estimateReadAt, costsReadAt: costsReadAt)
    }
}
