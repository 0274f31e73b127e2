extension BudgetStanding {
    /// The longest notes of a modification; QuickBooks' line description holds as many characters.
    package static let longestNotes = 4_000

    /// Moves money between two lines of the locked budget.
    package func modifying(_ modification: BudgetModification, by person: Person) throws(Refused) -> Budget {
        try person.require(.createModification)
        try restrictions.require(.createModification)
        try require(lineOf: modification.to)
        guard !modification.amount.isZero else { throw Refused(.modificationMovesNothing) }
        try PlainText.require(modification.notes, as: "Notes", longest: Self.longestNotes)
        if let from = modification.from {
            try require(lineOf: from)
            guard from != modification.to else { throw Refused(.modificationHasOneLineTwice) }
            guard modification.amount.minorUnits > 0 else { throw Refused(.transferAmountMustBePositive) }
        } else {
            guard settings.allowsGrandTotalModifications else { throw Refused(.modificationMustBeNetZero) }
        }
        var budget = budget
        budget.modifications.append(modification)
        return try budget.requiringExactAmounts()
    }

    private func require(lineOf id: ID<BudgetLineItem>) throws(Refused) {
        guard budget.lines.contains(where: { $0.id == id }) else { throw Refused(.noSuchBudgetLineItem(id.text)) }
    }
}
