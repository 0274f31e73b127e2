/// The estimate as QuickBooks holds it now: what a query made after the write brought back.
package struct EstimateReading: Hashable, Sendable {
    package let reference: EstimateReference
    package let number: String
    package let total: Money
    package let lines: [Line]

    package init(reference: EstimateReference, number: String, total: Money, lines: [Line]) {
        self.reference = reference
        self.number = number
        self.total = total
        self.lines = lines
    }

    package struct Line: Hashable, Sendable {
        /// QuickBooks' id of the line; opaque.
        package let txnLineID: String
        /// The item's ListID; nil for a line of text alone.
        package let itemListID: String?
        package let itemName: String
        /// Our mark, if the line carries one.
        package let mark: String?
        package let amount: Money
        package let description: String

        package init(
            txnLineID: String, itemListID: String?, itemName: String, mark: String?, amount: Money, description: String
        ) {
            self.txnLineID = txnLineID
            self.itemListID = itemListID
            self.itemName = itemName
            self.mark = mark
            self.amount = amount
            self.description = description
        }
    }
}
