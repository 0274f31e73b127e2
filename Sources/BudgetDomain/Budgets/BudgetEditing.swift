/// A budget under the hands of one person: each change is decided on with those before it. Every way to change lines
/// one by one goes through here: a single verb, a page, a paste of thousands of rows, undo and redo.
package struct BudgetEditing {
    /// What was done so far, in its order.
    package private(set) var changes: [BudgetLineChange] = []

    private let standing: BudgetStanding
    private let restrictions: EditRestrictions
    private let person: Person
    private var lines: [ID<BudgetLineItem>: BudgetLineItem]
    private var codes: Set<BudgetCode>
    /// What modifications add to each line.
    private var moved: [ID<BudgetLineItem>: Money] = [:]
    private var used: Set<ID<BudgetLineItem>> = []
    private let exported: Set<ID<BudgetLineItem>>
    private var total: Int128
    private var movedTotal: Int128 = 0

    package init(_ standing: BudgetStanding, by person: Person) {
        self.standing = standing
        self.person = person
        restrictions = standing.restrictions
        let budget = standing.budget
        lines = Dictionary(budget.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        codes = Set(budget.lines.map(\.code))
        exported = Set(standing.exported.map(\.line))
        total = budget.lines.reduce(0) { $0 + Int128($1.originalAmount.minorUnits) }
        for modification in budget.modifications {
            used.insert(modification.to)
            move(modification.amount.minorUnits, to: modification.to)
            guard let from = modification.from else { continue }
            used.insert(from)
            move(-modification.amount.minorUnits, to: from)
        }
    }

    private mutating func move(_ minorUnits: Int64, to line: ID<BudgetLineItem>) {
        let sum = (moved[line]?.minorUnits ?? 0).addingReportingOverflow(minorUnits)
        moved[line] = Money(minorUnits: sum.overflow ? .max : sum.partialValue, currency: standing.budget.currency)
        movedTotal += Int128(minorUnits)
    }

    /// The line as it is now.
    package func line(_ id: ID<BudgetLineItem>) throws(Refused) -> BudgetLineItem {
        guard let line = lines[id] else { throw Refused(.noSuchBudgetLineItem(id.text)) }
        return line
    }

    /// What the line is worth now.
    package func amounts(of line: BudgetLineItem) -> BudgetAmounts {
        BudgetAmounts(original: line.originalAmount, modifications: moved[line.id] ?? .zero(standing.budget.currency))
    }

    /// The budget as it is now: changed lines in their places, new ones behind them.
    package var budget: Budget {
        let present = Set(standing.budget.lines.map(\.id))
        var added: [ID<BudgetLineItem>] = []
        for change in changes where change.before == nil {
            if let id = change.after?.id, lines[id] != nil, !present.contains(id), !added.contains(id) {
                added.append(id)
            }
        }
        var budget = standing.budget
        budget.lines = budget.lines.compactMap { lines[$0.id] } + added.compactMap { lines[$0] }
        return budget
    }

    /// Adds a line. On a locked budget its original amount must be zero: value then comes by modification.
    package mutating func add(_ line: BudgetLineItem) throws(Refused) {
        try person.require(.setOriginalAmount)
        try restrictions.require(.addLineItem)
        guard !codes.contains(line.code), lines[line.id] == nil else {
            throw Refused(.budgetCodeIsAlreadyOnBudget(code: line.code.description))
        }
        guard !standing.budget.isLocked || line.originalAmount.isZero else {
            throw Refused(.lockedBudgetTakesOnlyZeroLines(code: line.code.description))
        }
        guard lines.count < BudgetStanding.mostLines else {
            throw Refused(.budgetHasTooManyLines(longest: BudgetStanding.mostLines))
        }
        try put(line, insteadOf: nil)
        codes.insert(line.code)
    }

    /// Gives a line another description, calculation and original amount.
    package mutating func set(_ line: BudgetLineItem) throws(Refused) {
        try requireEditing()
        let old = try self.line(line.id)
        guard line.code == old.code else { throw Refused(.budgetCodeStays(code: old.code.description)) }
        if line != old { try put(line, insteadOf: old) }
    }

    /// Deletes a line that QuickBooks does not hold, that no modification uses and, once locked, has no amount.
    package mutating func delete(_ id: ID<BudgetLineItem>) throws(Refused) {
        try person.require(.deleteLineItem)
        try restrictions.require(.deleteLineItem)
        let line = try line(id)
        if let refusal = refusal(ofDeleting: line) { throw Refused(refusal) }
        lines[id] = nil
        codes.remove(line.code)
        total -= Int128(line.originalAmount.minorUnits)
        changes.append(BudgetLineChange(before: line, after: nil))
    }

    /// Why this line cannot be deleted now, whoever wants to; nil when it can.
    package func refusal(ofDeleting line: BudgetLineItem) -> Refusal? {
        if let refusal = restrictions.refusal(of: .deleteLineItem) { return refusal }
        let code = line.code.description
        if exported.contains(line.id) { return .lineIsInQuickBooks(code: code) }
        if standing.budget.isLocked, !line.originalAmount.isZero { return .lockedLineHasAnOriginalAmount(code: code) }
        return used.contains(line.id) ? .lineHasModifications(code: code) : nil
    }

    func requireEditing() throws(Refused) {
        try person.require(.setOriginalAmount)
        try restrictions.require(.editOriginalAmount)
    }

    /// Takes the line in, unless an amount of it or of the whole would pass QuickBooks' limit.
    private mutating func put(_ line: BudgetLineItem, insteadOf old: BudgetLineItem?) throws(Refused) {
        let currency = standing.budget.currency
        let newTotal = total + Int128(line.originalAmount.minorUnits) - Int128(old?.originalAmount.minorUnits ?? 0)
        do {
            let original = try Money.sum([line.originalAmount], in: currency)
            _ = try original + (moved[line.id] ?? .zero(currency))
            _ = try Money(exactly: newTotal, currency: currency)
            _ = try Money(exactly: newTotal + movedTotal, currency: currency)
        } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
        total = newTotal
        lines[line.id] = line
        changes.append(BudgetLineChange(before: old, after: line))
    }
}
