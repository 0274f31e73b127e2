/// One amount that travels to QuickBooks as one line of the estimate. Only an approver's decision writes it again.
package struct ExportTransaction: Hashable, Sendable {
    package let id: ID<ExportTransaction>
    /// The short text on the estimate line by which this transaction is known again; unique in the company.
    package let mark: String
    package let draft: TransactionDraft
    /// The mark of another transaction's estimate line, on which this amount stands already because it was taken over
    /// from QuickBooks; nil for a transaction with a line of its own.
    package let adjusts: String?

    package init(id: ID<ExportTransaction>, mark: String, draft: TransactionDraft, adjusts: String? = nil) {
        self.id = id
        self.mark = mark
        self.draft = draft
        self.adjusts = adjusts
    }

    package var line: ID<BudgetLineItem> { draft.line }
    package var code: BudgetCode { draft.code }
    package var kind: TransactionKind { draft.kind }
    package var amount: Money { draft.amount }
}

/// What a transaction says before it has been given an id and a mark.
package struct TransactionDraft: Hashable, Sendable {
    package let line: ID<BudgetLineItem>
    package let code: BudgetCode
    package let kind: TransactionKind
    package let modification: ID<BudgetModification>?
    package let amount: Money
    /// The text of the estimate line.
    package let description: String

    package init(
        line: ID<BudgetLineItem>, code: BudgetCode, kind: TransactionKind, modification: ID<BudgetModification>?,
        amount: Money, description: String
    ) {
        self.line = line
        self.code = code
        self.kind = kind
        self.modification = modification
        self.amount = amount
        self.description = description
    }
}

/// Where a transaction's amount comes from.
package enum TransactionKind: String, CaseIterable, Sendable {
    /// A line's original budget amount, zero included, the first time that the line travels.
    case original
    /// The difference when an original amount was changed after it had travelled.
    case originalChange = "original change"
    /// The line that gives, in a budget modification: negative.
    case modificationFrom = "modification from"
    /// The line that receives.
    case modificationTo = "modification to"

    /// Whether the amount belongs to the *Original Budget* column; the others are *Budget Changes*.
    package var isOriginal: Bool {
        switch self {
        case .original, .originalChange: true
        case .modificationFrom, .modificationTo: false
        }
    }
}
