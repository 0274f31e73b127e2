internal import SQLDatabase

/// One row that a committed transaction made, changed or removed.
package struct JournalEntry: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case exportSent = "export sent"
        case exportMoved = "export moved"
        case exportAccepted = "export accepted"
        /// What never changes of an export, changed; or an export removed.
        case exportAltered = "export altered"
        case transactionAdded = "transaction added"
        case transactionAltered = "transaction altered"
        case setStored = "set stored"
        case setMoved = "set moved"
        case setAltered = "set altered"
        case audited
        case auditAltered = "audit altered"
        case lineAdded = "line added"
        case lineChanged = "line changed"
        case lineDeleted = "line deleted"
        case modificationAdded = "modification added"
        case modificationRemoved = "modification removed"
        case modificationAltered = "modification altered"
        case lockChanged = "lock changed"
        case rightsChanged = "rights changed"
        case settingsChanged = "settings changed"
        case sessionOpened = "session opened"
        case sessionClosed = "session closed"
        /// A session that was over was written to.
        case sessionRevived = "session revived"
        case fileBound = "file bound"
    }

    package let kind: Kind
    package let company: String
    /// What it is about: an id, or the subject of an audit entry.
    package let subject: String
    /// The state before; of a line, a modification or a new export, `locked` or nothing; of an audit entry, the person.
    package let before: String
    /// The state after; of a line or a modification, the state of the budget's open export; of an audit entry, its act.
    package let after: String
    /// Cents, or the number of an export or an audit entry.
    package let number: Int64
    /// Of an audit entry, its details; of a message set, its bytes; of a new export, its budget.
    package let text: String

    init?(_ row: Row) throws {
        guard let kind = Kind(rawValue: try row.text(0)) else { return nil }
        self.kind = kind
        company = try row.text(1)
        subject = try row.text(2)
        before = try row.text(3)
        after = try row.text(4)
        number = try row.integer(5)
        text = try row.text(6)
    }
}
