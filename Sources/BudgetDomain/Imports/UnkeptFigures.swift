/// What a file says beside an amount that it gives by hand. A budget line item with such an amount has neither quantity
/// nor unit cost, so whoever imports is told what is left out.
package struct UnkeptFigures: Hashable, Sendable {
    /// As people read it: `1,040 HR at 88.40`.
    package let text: String

    /// Nil where nothing is left out; a quantity or unit cost of zero says nothing.
    package init?(_ line: ImportedBudgetLine) {
        guard line.manualCalculation else { return nil }
        let quantity = line.quantity.flatMap { $0.hundredThousandths == 0 ? nil : $0.formatted }
        let unitCost = line.unitCost.flatMap { $0.hundredThousandths == 0 ? nil : "at \($0.formatted)" }
        let parts = [quantity, line.unitOfMeasure, unitCost].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        text = parts.joined(separator: " ")
    }

    package var sentence: String { "\(text) is not kept: the amount was typed." }
}
