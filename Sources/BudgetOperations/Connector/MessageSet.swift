import BudgetDomain
import SQLDatabase

/// What a stored message set writes.
package enum MessageSetPurpose: String, CaseIterable, Sendable {
    case job
    case items
    case estimate
}

/// A request that writes, stored byte for byte before it leaves. At most one of a connection has no answer.
package struct MessageSet: Hashable, Sendable {
    /// Its `newMessageSetID`.
    package let id: String
    package let purpose: MessageSetPurpose
    /// The export of an estimate, the project of a job, or the item keys of a batch.
    package let subject: String
    /// The exact qbXML: ASCII, because non-ASCII travels as numeric references.
    package let request: String
    package let state: State

    package init(id: String, purpose: MessageSetPurpose, subject: String, request: String, state: State) {
        self.id = id
        self.purpose = purpose
        self.subject = subject
        self.request = request
        self.state = state
    }

    package enum State: String, CaseIterable, Sendable {
        case handedOut = "handed out"
        /// Its answer was lost. Sending the same bytes under the same id asks QuickBooks what became of it.
        case unknown
        /// QuickBooks has no record of it either: what it would have written is looked up.
        case inconclusive
        case answered
    }
}

extension Transaction {
    /// The one message set of the company without an answer, if there is one.
    func messageSetInFlight(of company: ID<Company>) throws -> MessageSet? {
        try row(
            """
            SELECT id, purpose, subject, request, state FROM message_sets
            WHERE company_id = $1 AND state IN ('handed out', 'unknown', 'inconclusive')
            """, [.text(company.text)]
        ).map { row in
            guard let purpose = MessageSetPurpose(rawValue: try row.text("purpose")),
                let state = MessageSet.State(rawValue: try row.text("state"))
            else { throw UnreadableRow(table: "message_sets", column: "state", value: try row.text("state")) }
            return MessageSet(
                id: try row.text("id"), purpose: purpose, subject: try row.text("subject"),
                request: try row.text("request"), state: state)
        }
    }
}
