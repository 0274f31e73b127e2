/// One line of a QuickBooks document that costs the job something, or promises to.
package struct JobCostDocumentLine: Hashable, Sendable {
    package let kind: Kind
    /// QuickBooks' ids of the document and its line, by which every figure can be traced.
    package let txnID: String
    package let txnLineID: String
    package let date: String
    package let number: String
    /// The vendor, payee or account that the document names.
    package let party: String
    package let itemListID: String?
    /// The item's or account's name as QuickBooks shows it.
    package let itemOrAccount: String
    /// Negative for credits.
    package let amount: Money

    package init(
        kind: Kind, txnID: String, txnLineID: String, date: String, number: String, party: String, itemListID: String?,
        itemOrAccount: String, amount: Money
    ) {
        self.kind = kind
        self.txnID = txnID
        self.txnLineID = txnLineID
        self.date = date
        self.number = number
        self.party = party
        self.itemListID = itemListID
        self.itemOrAccount = itemOrAccount
        self.amount = amount
    }

    package enum Kind: String, CaseIterable, Sendable {
        case bill
        case check
        case creditCardCharge = "credit card charge"
        case creditCardCredit = "credit card credit"
        case vendorCredit = "vendor credit"
        case journalEntry = "journal entry"
        /// Committed, not yet a cost: the open part of a purchase order.
        case purchaseOrder = "purchase order"

        package var isCommitted: Bool { self == .purchaseOrder }
    }
}
