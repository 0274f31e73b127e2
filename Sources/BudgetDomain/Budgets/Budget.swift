/// A project's budget: the original amounts by budget code, and the modifications made since it was locked.
package struct Budget: Hashable, Sendable {
    package let id: ID<Budget>
    package let company: ID<Company>
    package let project: ID<Project>
    package let currency: Currency
    package var lock: Lock
    package var lines: [BudgetLineItem]
    package var modifications: [BudgetModification]

    package init(
        id: ID<Budget>, company: ID<Company>, project: ID<Project>, currency: Currency, lock: Lock = .unlocked,
        lines: [BudgetLineItem] = [], modifications: [BudgetModification] = []
    ) {
        self.id = id
        self.company = company
        self.project = project
        self.currency = currency
        self.lock = lock
        self.lines = lines
        self.modifications = modifications
    }

    package enum Lock: Hashable, Sendable {
        case unlocked
        case locked(by: ID<Person>, at: Instant)
    }

    package var isLocked: Bool { lock != .unlocked }
}
