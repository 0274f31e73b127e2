/// The estimate as QuickBooks holds it now: what a query made after the write brought back.
package struct EstimateReading: Hashable, Sendable {
    package let reference: EstimateReference
    package let number: String
    package let total: Money
    package let lines: [Line]
    /// The job under which it stands; nil where QuickBooks did not say.
    package let job: ListReference?
    /// When QuickBooks last changed it, as QuickBooks writes it.
    package let modifiedAt: String?
    /// The day of the estimate; nil where QuickBooks did not say.
    package let date: CalendarDate?

    package init(
        reference: EstimateReference, number: String, total: Money, lines: [Line], job: ListReference? = nil,
        modifiedAt: String? = nil, date: CalendarDate? = nil
    ) {
        self.reference = reference
        self.number = number
        self.total = total
        self.lines = lines
        self.job = job
        self.modifiedAt = modifiedAt
        self.date = date
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

/// What a look for an estimate found.
package enum EstimateSighting: Hashable, Sendable {
    case found(EstimateReading)
    /// QuickBooks holds no estimate with our reference.
    /// - Parameter deletedAt: when it was deleted, as QuickBooks writes it; nil when it has no record of that.
    case gone(deletedAt: String?)

    package var reading: EstimateReading? {
        switch self {
        case .found(let reading): reading
        case .gone: nil
        }
    }

    package var deletedAt: String? {
        switch self {
        case .found: nil
        case .gone(let deletedAt): deletedAt
        }
    }
}
