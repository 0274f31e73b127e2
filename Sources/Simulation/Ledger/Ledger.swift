package import BudgetDomain
package import QuickBooksEmulators

/// What truly happened, kept apart from the product: the invariants hold the product's word against it.
package struct Ledger: Sendable {
    package internal(set) var acceptances: [Acceptance] = []
    package internal(set) var decisions: [Decision] = []
    package internal(set) var bookkeeping: [BookkeeperAct] = []
    package internal(set) var writes: [Write] = []
    /// Every message set that QuickBooks was asked to carry out.
    package internal(set) var asks: [Ask] = []
    /// What was in an estimate when it was read, since the last write of ours to it.
    package internal(set) var readings: [EstimateKey: [EstimateSnapshot]] = [:]
    /// Lines of an estimate that a write of ours removed or altered though they were not ours to touch.
    package internal(set) var trespasses: [Trespass] = []
    /// TxnIDs of estimates that a bookkeeper made by copying.
    package internal(set) var copies: Set<String> = []
    /// Every GUID under which the product has known a project's estimate, oldest first.
    package internal(set) var guids: [ProjectKey: [String]] = [:]
    /// Where each company file was restored, as positions in `writes`.
    package internal(set) var restorations: [(company: Int, writes: Int)] = []

    package struct ProjectKey: Hashable, Sendable, Comparable {
        package let company: Int
        package let project: String

        package static func < (left: ProjectKey, right: ProjectKey) -> Bool {
            (left.company, left.project) < (right.company, right.project)
        }
    }

    /// An export as the approver saw it when saying yes.
    package struct Acceptance: Sendable, Hashable {
        package let step: Int
        package let at: Instant
        package let key: ProjectKey
        package let export: ID<Export>
        package let number: Int
        package let kind: Export.Kind
        package let sentBy: ID<Person>
        package let acceptedBy: ID<Person>
        package let lines: [Line]

        package struct Line: Sendable, Hashable {
            package let mark: String
            package let code: String
            package let costCode: String
            package let kind: TransactionKind
            package let cents: Int64
        }
    }

    /// What a person tried, and what came of it.
    package struct Decision: Sendable, Hashable {
        package let step: Int
        package let at: Instant
        package let person: SimulatedPerson
        package let act: PersonAct
        package let key: ProjectKey
        package let outcome: ActOutcome
    }

    package struct BookkeeperAct: Sendable, Hashable {
        package let step: Int
        package let company: Int
        package let kind: FaultKind
        /// The estimate; empty for an act on a list.
        package let txnID: String
        /// The mark of the line, where it had one.
        package let mark: String?
        package let text: String
    }

    /// A request document that changed the company file.
    package struct Write: Sendable, Hashable {
        package let step: Int
        package let company: Int
        package let request: String
        package let before: [EstimateSnapshot]
        package let after: [EstimateSnapshot]
    }

    /// A request document with a message set id, as QuickBooks got it.
    package struct Ask: Sendable, Hashable {
        package let step: Int
        package let company: Int
        package let messageSetID: String
        package let request: String
        /// Whether the file that was open is the company's own.
        package let isOurFile: Bool
    }

    package struct EstimateKey: Hashable, Sendable {
        package let company: Int
        package let txnID: String
    }

    package struct Trespass: Sendable, Hashable {
        package let step: Int
        package let company: Int
        package let txnID: String
        package let text: String
    }
}
