/// What a budget holds that QuickBooks does not: the content of the next export.
package enum UnsyncedTransactions {
    /// The longest text of an estimate line, in characters; `Desc` of EstimateLineAdd holds 4,095 in qbXML 13.0, and a
    /// little room is left for what the line carries besides. A longer text ends in `…`; all of it stays here.
    package static let longestDescription = 4_000

    /// The transactions that would bring QuickBooks, which holds `exported`, to what `budget` says now: first each
    /// line's original or its difference, then each modification that has not travelled.
    package static func drafts(
        of budget: Budget, exported: [ExportTransaction], costTypeNames: [String: String]
    ) throws(MoneyFault) -> [TransactionDraft] {
        var originals: [ID<BudgetLineItem>: Money] = [:]
        var modifications: Set<ID<BudgetModification>> = []
        for transaction in exported {
            if transaction.kind.isOriginal {
                let before = originals[transaction.line] ?? .zero(budget.currency)
                originals[transaction.line] = try before + transaction.amount
            }
            if let modification = transaction.draft.modification { modifications.insert(modification) }
        }
        var drafts: [TransactionDraft] = []
        for line in budget.lines {
            guard let draft = try original(of: line, exported: originals[line.id], names: costTypeNames) else {
                continue
            }
            drafts.append(draft)
        }
        let lines = Dictionary(uniqueKeysWithValues: budget.lines.map { ($0.id, $0) })
        for modification in budget.modifications where !modifications.contains(modification.id) {
            drafts += try sides(of: modification, lines: lines, names: costTypeNames)
        }
        return drafts
    }

    private static func original(
        of line: BudgetLineItem, exported: Money?, names: [String: String]
    ) throws(MoneyFault) -> TransactionDraft? {
        let text = description(of: line, names: names)
        guard let exported else {
            return TransactionDraft(
                line: line.id, code: line.code, kind: .original, modification: nil, amount: line.originalAmount,
                description: shortened(text))
        }
        let difference = try line.originalAmount - exported
        guard !difference.isZero else { return nil }
        return TransactionDraft(
            line: line.id, code: line.code, kind: .originalChange, modification: nil, amount: difference,
            description: shortened("Change of original: \(text)"))
    }

    private static func sides(
        of modification: BudgetModification, lines: [ID<BudgetLineItem>: BudgetLineItem], names: [String: String]
    ) throws(MoneyFault) -> [TransactionDraft] {
        let notes = modification.notes.isEmpty ? "" : " (\(modification.notes))"
        func side(_ id: ID<BudgetLineItem>, _ kind: TransactionKind, _ amount: Money) -> TransactionDraft? {
            lines[id].map { line in
                TransactionDraft(
                    line: id, code: line.code, kind: kind, modification: modification.id, amount: amount,
                    description: shortened(
                        "Budget modification \(modification.number): \(description(of: line, names: names))\(notes)"))
            }
        }
        let given = try modification.amount.negated()
        let from = modification.from.flatMap { side($0, .modificationFrom, given) }
        let to = side(modification.to, .modificationTo, modification.amount)
        return [from, to].compactMap(\.self)
    }

    private static func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > longestDescription else { return text }
        return String(text.unicodeScalars.prefix(longestDescription - 1)) + "…"
    }

    /// QuickBooks has no cost types, so the type stands in the text.
    private static func description(of line: BudgetLineItem, names: [String: String]) -> String {
        let type = names[line.code.costType] ?? line.code.costType
        return line.description.isEmpty ? "[\(type)]" : "\(line.description) [\(type)]"
    }
}
