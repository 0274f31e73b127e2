/// One sending of a budget's unsynced transactions to accounting, and where it stands.
package struct Export: Hashable, Sendable {
    package let id: ID<Export>
    package let budget: ID<Budget>
    /// Counts up within the budget, from 1.
    package let number: Int
    package let kind: Kind
    package let sentBy: ID<Person>
    package let sentAt: Instant
    package var state: ExportState

    package init(
        id: ID<Export>, budget: ID<Budget>, number: Int, kind: Kind, sentBy: ID<Person>, sentAt: Instant,
        state: ExportState
    ) {
        self.id = id
        self.budget = budget
        self.number = number
        self.kind = kind
        self.sentBy = sentBy
        self.sentAt = sentAt
        self.state = state
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// Makes the project's estimate.
        case original
        /// Appends to the estimate that is there.
        case update
        /// Took over what stood in the estimate; nothing of it travels.
        case adoption
    }
}
