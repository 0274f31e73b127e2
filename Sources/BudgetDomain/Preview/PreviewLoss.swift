/// What a budget says and QuickBooks' estimate will not.
package enum PreviewLoss: Hashable, Sendable {
    /// An estimate has no cost types. The type stands at the end of each line's text.
    case costTypes([String])
    /// The amount travels; what it was calculated from does not.
    case calculation(code: String, quantity: String, unitOfMeasure: String, unitCost: String)
    /// - Parameter changes: in words, such as `line breaks become spaces`.
    case text(code: String, before: String, after: String, changes: [String])

    package var sentence: String {
        switch self {
        case .costTypes(let types):
            "QuickBooks has no cost types: each stands in the text of its lines (\(types.joined(separator: ", ")))."
        case .calculation(let code, let quantity, let unit, let cost):
            "\(code): \(quantity) \(unit) at \(cost) does not travel; the amount does."
        case .text(let code, _, _, let changes):
            "\(code): \(changes.joined(separator: ", "))."
        }
    }

    static func all(
        of sending: [ExportTransaction], budget: Budget, _ prerequisites: SendPrerequisites,
        costTypeNames: [String: String]
    ) -> [PreviewLoss] {
        var losses: [PreviewLoss] = []
        let types = Set(sending.map(\.code.costType)).map { costTypeNames[$0] ?? $0 }.sorted()
        if !types.isEmpty, !prerequisites.usesSubItems { losses.append(.costTypes(types)) }
        let lines = Dictionary(budget.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for transaction in sending {
            let line = lines[transaction.line]
            if transaction.kind == .original, let line, let loss = calculation(of: line) { losses.append(loss) }
            if let loss = text(of: transaction, description: line?.description) { losses.append(loss) }
        }
        return losses
    }

    private static func calculation(of line: BudgetLineItem) -> PreviewLoss? {
        guard case .automatic(let quantity, let unit, let cost) = line.calculation else { return nil }
        return .calculation(
            code: line.code.description, quantity: quantity.description, unitOfMeasure: unit,
            unitCost: cost.description)
    }

    /// A text that was too long for a line was cut when the budget was sent, so that its full length is the budget's.
    private static func text(of transaction: ExportTransaction, description: String?) -> PreviewLoss? {
        let sent = transaction.draft.description
        let translated = TextTranslation.description(sent)
        var changes = translated.changes.map(\.clause)
        let isCut = sent.unicodeScalars.count == UnsyncedTransactions.longestDescription && sent.hasSuffix("…")
        if isCut { changes.append("the text is cut after \(UnsyncedTransactions.longestDescription - 1) characters") }
        guard !changes.isEmpty else { return nil }
        return .text(
            code: transaction.code.description, before: isCut ? description ?? sent : sent, after: translated.text,
            changes: changes)
    }
}
