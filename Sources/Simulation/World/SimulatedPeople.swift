package import BudgetDomain

/// What somebody is in the company, and therefore what is to be expected of them.
package enum PersonRole: String, Sendable, Hashable, CaseIterable {
    /// Imports, changes, locks and sends.
    case manager
    /// Accepts and rejects.
    case approver
    /// May do everything, and so may try to accept what it sent itself.
    case owner
    /// Sees, and may change nothing.
    case viewer
}

package struct SimulatedPerson: Sendable, Hashable {
    package let id: ID<Person>
    package let name: String
    package let email: String
    package let role: PersonRole
    /// Of the template that it began with, given back after a revocation.
    package let template: String
}
