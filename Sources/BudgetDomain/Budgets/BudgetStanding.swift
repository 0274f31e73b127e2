/// A budget together with everything that decides what may be done with it: its exports and the company's settings.
/// Every decision about a budget is a function of this value.
package struct BudgetStanding: Hashable, Sendable {
    package var budget: Budget
    /// All exports of the budget, oldest first.
    package var exports: [Export]
    /// The transactions that QuickBooks is known to hold, in the order in which they were written.
    package var exported: [ExportTransaction]
    package var settings: CompanySettings

    package init(
        budget: Budget, exports: [Export] = [], exported: [ExportTransaction] = [],
        settings: CompanySettings = CompanySettings()
    ) {
        self.budget = budget
        self.exports = exports
        self.exported = exported
        self.settings = settings
    }

    /// The one export that is under way, if any: at most one is, which the store holds with a unique index too.
    package var openExport: Export? {
        exports.last { $0.state.isOpen }
    }

    /// Whether QuickBooks has ever held an estimate of this budget.
    package var wasEverExported: Bool {
        exports.contains { $0.state.isInQuickBooks }
    }
}
