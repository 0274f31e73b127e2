import BudgetDomain

/// The longest that a typed name may be in QuickBooks, which a script counts along with whoever types it. Without
/// scripts the field's hint says it.
struct CountedLength {
    let longest: Int
    /// Whether each part between colons is a name of its own, as in `Customer:Job`.
    var isOfEachLevel = false

    /// An item is named by its cost code, and a sub-item below it by its cost type.
    static let item = CountedLength(longest: AccountingName.longestItemName)
    /// A job is named by its project's name alone, below the customer.
    static let job = CountedLength(longest: AccountingName.longestJobName)
    static let fullJobName = CountedLength(longest: AccountingName.longestJobName, isOfEachLevel: true)
}
