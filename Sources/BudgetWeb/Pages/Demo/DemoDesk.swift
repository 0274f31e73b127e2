/// What can be done to the emulated QuickBooks of a demo, so that anyone can watch the product recover.
package enum DemoSwitch: String, CaseIterable, Sendable {
    case openQuickBooks = "open"
    case closeQuickBooks = "close"
    case singleUserMode = "single-user"
    case loseAnswer = "lose-answer"
    case loseRequest = "lose-request"
    case stopConnector = "stop-connector"
    case startConnector = "start-connector"
    case deleteEstimate = "delete-estimate"
    case changeEstimate = "change-estimate"
    case enterBill = "enter-bill"

    /// Whether it is about one estimate.
    package var concernsEstimate: Bool {
        switch self {
        case .deleteEstimate, .changeEstimate, .enterBill: true
        case .openQuickBooks, .closeQuickBooks, .singleUserMode, .loseAnswer, .loseRequest, .stopConnector,
            .startConnector:
            false
        }
    }
}

/// How the emulated QuickBooks of a demo stands.
package struct DemoState: Hashable, Sendable {
    package struct Estimate: Hashable, Sendable {
        package let txnID: String
        package let job: String
        package let lines: Int
        /// Minor units of the company's currency.
        package let total: Int64

        package init(txnID: String, job: String, lines: Int, total: Int64) {
            self.txnID = txnID
            self.job = job
            self.lines = lines
            self.total = total
        }
    }

    package struct Poll: Hashable, Sendable {
        /// `14:02:11`, UTC.
        package let time: String
        package let sentence: String

        package init(time: String, sentence: String) {
            self.time = time
            self.sentence = sentence
        }
    }

    /// Whether QuickBooks is open, and how, in words.
    package let quickBooks: String
    package let connector: String
    /// What is still to strike.
    package let pending: [String]
    package let estimates: [Estimate]
    /// The latest first.
    package let polls: [Poll]
    /// What can be pressed now.
    package let switches: [DemoSwitch]

    package init(
        quickBooks: String, connector: String, pending: [String], estimates: [Estimate], polls: [Poll],
        switches: [DemoSwitch]
    ) {
        self.quickBooks = quickBooks
        self.connector = connector
        self.pending = pending
        self.estimates = estimates
        self.polls = polls
        self.switches = switches
    }
}

/// The way from the demo's page to its emulated QuickBooks. Only a demo has one.
package struct DemoDesk: Sendable {
    package let state: @Sendable () async -> DemoState
    /// - Parameter estimate: the TxnID, for a switch that concerns one.
    package let press: @Sendable (_ pressed: DemoSwitch, _ estimate: String?) async throws -> Void

    package init(
        state: @escaping @Sendable () async -> DemoState,
        press: @escaping @Sendable (_ pressed: DemoSwitch, _ estimate: String?) async throws -> Void
    ) {
        self.state = state
        self.press = press
    }
}
