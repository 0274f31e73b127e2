extension BudgetLineItem {
    /// As many characters as a cell of a file that is imported.
    package static let longestDescription = ImportLimits.standard.cellCharacters
    package static let longestUnitOfMeasure = 31

    /// The line as it is once these cells say what somebody typed.
    ///
    /// Quantity and unit cost make the amount. An amount typed over them stands alone (*Override Subtotal Manually*).
    /// One of the two typed beside an amount that stands alone finds the other, so that the amount stays.
    func revised(by typed: [BudgetCell: String]) throws(Refused) -> BudgetLineItem {
        var line = self
        if let text = typed[.description] {
            try PlainText.require(text, as: "The description", longest: Self.longestDescription)
            line.description = text
        }
        let figures: Set<BudgetCell> = [.quantity, .unitOfMeasure, .unitCost, .amount]
        guard !figures.isDisjoint(with: typed.keys) else { return line }
        (line.calculation, line.originalAmount) = try TypedFigures(typed, over: self).result()
        return line
    }
}
