extension Refusal {
    /// What is said of one line, said of all lines that it holds for; nil for what is not about deleting a line.
    package var sentenceOfSuchLines: String? {
        switch self {
        case .lineIsInQuickBooks: "Lines whose amount is in QuickBooks cannot be deleted."
        case .lockedLineHasAnOriginalAmount:
            "Lines with an original amount cannot be deleted while the budget is locked."
        case .lineHasModifications: "Lines that budget modifications use cannot be deleted."
        case _: nil  // default: of all refusals these are about the deletion of one line
        }
    }

    /// What can be done with such lines instead; nil where ``sentenceOfSuchLines`` is.
    package var cureOfSuchLines: String? {
        sentenceOfSuchLines.map { _ in "Bring such a line to zero with a budget modification instead." }
    }
}
