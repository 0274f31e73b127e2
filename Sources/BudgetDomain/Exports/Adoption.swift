/// What a budget takes over when an approver keeps what stands in QuickBooks: amounts that are on estimate lines
/// already and, unless they come to nothing, the budget modifications that they amount to.
package struct Adoption: Hashable, Sendable {
    /// One amount taken over, on the line of the mark that it adjusts.
    package struct Entry: Hashable, Sendable {
        package let mark: String
        /// The budget line item that changes; with `to`, the one that gives.
        package let line: BudgetLineItem
        /// The budget line item to which the whole line went, where it carries another item now.
        package let to: BudgetLineItem?
        /// What `line` gains, or without sign of its own what goes from `line` to `to`. May be zero.
        package let amount: Money
        /// The difference, in words.
        package let reason: String
    }

    package let entries: [Entry]
    /// Whether the estimate stands under another job, with which the project is to be linked.
    package let job: ListReference?

    init(
        _ differences: [EstimateDifference], in reading: EstimateReading, expected: [JobCostGate.Expected],
        budget: Budget, itemListID: (BudgetCode) -> String?
    ) throws(Refused) {
        var maker = AdoptionMaker(reading: reading, expected: expected, budget: budget)
        var job: ListReference?
        for difference in differences {
            switch difference {
            case .estimateMissing: throw Refused(.nothingIsThereToKeep)
            case .jobDiffers: job = reading.job
            case .lineMissing(let mark, _, let expected):
                try maker.change(mark, from: expected, to: .zero(expected.currency), because: difference)
            case .amountDiffers(let mark, _, let expected, let found):
                try maker.change(mark, from: expected, to: found, because: difference)
            case .lineRepeated(let mark, _, _, let found):
                try maker.change(mark, from: try maker.expected(mark), to: found, because: difference)
            case .itemDiffers(let mark, let code, let item):
                try maker.move(mark, code: code, toItem: item, because: difference, itemListID: itemListID)
            }
        }
        entries = maker.entries
        self.job = job
    }
}

private struct AdoptionMaker {
    let reading: EstimateReading
    let expected: [JobCostGate.Expected]
    let budget: Budget
    private(set) var entries: [Adoption.Entry] = []

    init(reading: EstimateReading, expected: [JobCostGate.Expected], budget: Budget) {
        self.reading = reading
        self.expected = expected
        self.budget = budget
    }

    /// What the line of a mark should hold.
    func expected(_ mark: String) throws(Refused) -> Money {
        do {
            return try ExpectedLine.lines(of: expected).first { $0.mark == mark }?.amount ?? .zero(budget.currency)
        } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
    }

    mutating func change(
        _ mark: String, from old: Money, to new: Money, because difference: EstimateDifference
    ) throws(Refused) {
        let gain: Money
        do { gain = try new - old } catch { throw Refused(.amountIsOutOfRange(error.sentence)) }
        entries.append(
            Adoption.Entry(
                mark: mark, line: try line(of: mark), to: nil, amount: gain, reason: difference.sentence))
    }

    /// The whole line went to the budget line of another item: of the same cost type if there is one.
    mutating func move(
        _ mark: String, code: String, toItem item: String, because difference: EstimateDifference,
        itemListID: (BudgetCode) -> String?
    ) throws(Refused) {
        let from = try line(of: mark)
        let there = reading.lines.filter { $0.mark == mark }
        guard let moved = there.first(where: { $0.itemName == item }), let listID = moved.itemListID else {
            throw Refused(.keptItemIsNotOnBudget(code: code, item: item))
        }
        let candidates = budget.lines.filter { itemListID($0.code) == listID }
        guard there.allSatisfy({ $0.itemListID == listID }),
            let to = candidates.first(where: { $0.code.costType == from.code.costType }) ?? candidates.first
        else { throw Refused(.keptItemIsNotOnBudget(code: code, item: item)) }
        var amount = Money.zero(moved.amount.currency)
        do {
            for line in there { amount = try amount + line.amount }
        } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
        entries.append(
            Adoption.Entry(mark: mark, line: from, to: to, amount: amount, reason: difference.sentence))
    }

    /// The budget line item whose amount stands on the line now: the last one's that adjusted it.
    private func line(of mark: String) throws(Refused) -> BudgetLineItem {
        let id = expected.last { ($0.transaction.adjusts ?? $0.transaction.mark) == mark }?.transaction.line
        guard let line = budget.lines.first(where: { $0.id == id }) else {
            throw Refused(.noSuchBudgetLineItem(mark))
        }
        return line
    }
}
