/// Where a list entry (a project as a job, a cost code as an item) stands with QuickBooks.
package enum ListSync<Request: Hashable & Sendable>: Hashable, Sendable {
    case notSynced
    /// An approver asked for it; the next Web Connector session does it.
    case requested(Request)
    case synced(ListReference)
    /// QuickBooks said no. Asking again is safe: nothing was written.
    case failed(Request, ERPFault)

    package var reference: ListReference? {
        switch self {
        case .synced(let reference): reference
        case .notSynced, .requested, .failed: nil
        }
    }
}

/// How QuickBooks knows a list entry. `listID` is opaque and stable in one company file, whatever the entry is renamed
/// to.
package struct ListReference: Hashable, Sendable {
    package let listID: String
    /// As it was when a session last looked.
    package let fullName: String
    package let condition: ListCondition

    package init(listID: String, fullName: String, condition: ListCondition = .usable) {
        self.listID = listID
        self.fullName = fullName
        self.condition = condition
    }

    /// Of its own level.
    package var name: String { AccountingName.own(in: fullName) }
}

/// Whether QuickBooks would take an estimate line on a list entry.
package enum ListCondition: String, CaseIterable, Sendable {
    case usable
    /// Somebody made it inactive in QuickBooks, which refuses new lines on it.
    case inactive
    /// An item with one account only: job costs would miss what is bought on it.
    case oneSided = "one-sided"
}

/// The accounts that an approver chose for a cost code's item. Both sides are needed: an item with one side shows no
/// cost in QuickBooks' Job Estimates vs. Actuals.
package struct ItemRequest: Hashable, Sendable {
    package let incomeAccount: String
    package let expenseAccount: String

    package init(incomeAccount: String, expenseAccount: String) {
        self.incomeAccount = incomeAccount
        self.expenseAccount = expenseAccount
    }
}

/// The QuickBooks item that a budget code's lines carry: the cost code's own, or with *sub-items* the type's below it.
package struct ItemKey: Hashable, Sendable {
    package let costCode: ID<CostCode>
    /// The cost type's code, or nil for the cost code's own item.
    package let costType: String?

    package init(costCode: ID<CostCode>, costType: String?) {
        self.costCode = costCode
        self.costType = costType
    }
}
