import BudgetDomain
import BudgetOperations
import BudgetWeb
import QuickBooksEmulators

/// Runs the emulated Web Connector again and again, and does to QuickBooks what is pressed on the demo's page.
actor DemoBookkeeping {
    private let plumbline: Plumbline
    private let cast: DemoCast
    private var quickBooks: DemoQuickBooks?
    private var access = Access.open
    private var isPolling = true
    private var polls: [DemoState.Poll] = []

    private enum Access: String {
        case open = "Open, and reachable for the Web Connector."
        case closed = "Closed."
        case singleUser = "Open in single-user mode: only the person who opened it gets in."

        var state: QuickBooksState {
            switch self {
            case .open: .open
            case .closed: .closed
            case .singleUser: .singleUser
            }
        }
    }

    private static let mostPolls = 10

    init(plumbline: Plumbline, cast: DemoCast) {
        self.plumbline = plumbline
        self.cast = cast
    }

    nonisolated var desk: DemoDesk {
        DemoDesk(
            state: { await self.state() },
            press: { pressed, estimate in try await self.press(pressed, estimate: estimate) })
    }

    func begin(with quickBooks: DemoQuickBooks) { self.quickBooks = quickBooks }

    /// One run of the Web Connector, unless it is switched off.
    func poll() async {
        guard isPolling, let quickBooks else { return }
        let report = await quickBooks.connector.poll()
        let time = plumbline.clock.now().iso.dropFirst(11).prefix(8)
        polls.insert(DemoState.Poll(time: String(time), sentence: report.sentence), at: 0)
        polls = Array(polls.prefix(Self.mostPolls))
    }

    private func state() async -> DemoState {
        let pending = await quickBooks?.connector.pendingFaults ?? []
        let estimates = quickBooks?.file.estimates ?? []
        return DemoState(
            quickBooks: access.rawValue, connector: isPolling ? "On: it runs every few seconds." : "Off.",
            pending: pending.map { $0.effect == .loseAnswer ? "an answer is lost" : "a request is lost" },
            estimates: estimates.map {
                DemoState.Estimate(txnID: $0.txnID, job: $0.customer, lines: $0.lines.count, total: $0.totalCents)
            },
            polls: polls, switches: switches)
    }

    private var switches: [DemoSwitch] {
        let access: [DemoSwitch] = access == .open ? [.closeQuickBooks, .singleUserMode] : [.openQuickBooks]
        return access + [.loseAnswer, .loseRequest, isPolling ? .stopConnector : .startConnector]
            + DemoSwitch.allCases.filter(\.concernsEstimate)
    }

    private func press(_ pressed: DemoSwitch, estimate: String?) async throws {
        guard let quickBooks else { return }
        switch pressed {
        case .openQuickBooks: await set(.open)
        case .closeQuickBooks: await set(.closed)
        case .singleUserMode: await set(.singleUser)
        case .loseAnswer: await quickBooks.connector.schedule(ConnectorFault(.nextEstimate, .loseAnswer))
        case .loseRequest: await quickBooks.connector.schedule(ConnectorFault(.nextEstimate, .loseRequest))
        case .stopConnector: isPolling = false
        case .startConnector: isPolling = true
        case .deleteEstimate, .changeEstimate, .enterBill:
            // Somebody pressed it on a page that is older than the estimate's end.
            guard let estimate = quickBooks.file.estimates.first(where: { $0.txnID == estimate }) else { return }
            try quickBooks.strike(estimate, with: pressed)
            // Nobody who watches waits for the next scheduled reading.
            try await plumbline.requestJobCosts(in: cast.company.id, by: cast.approver.id)
        }
    }

    private func set(_ access: Access) async {
        self.access = access
        await quickBooks?.connector.setQuickBooks(access.state)
    }
}

extension DemoQuickBooks {
    /// What a bookkeeper does to one estimate, or to its job.
    fileprivate func strike(_ estimate: EstimateSnapshot, with pressed: DemoSwitch) throws {
        guard pressed != .deleteEstimate else { return try file.deleteEstimate(estimate.txnID) }
        guard let line = estimate.lines.first else { return }
        if pressed == .changeEstimate {
            try file.setAmount(ofLine: 0, inEstimate: estimate.txnID, cents: line.cents + 125_000)
        } else {
            _ = try file.addCost(
                .bill, payee: "Fjord Formwork & Co.", date: "2026-03-02", refNumber: "F-2318",
                lines: [.item(line.item ?? "", cents: 98_000, job: estimate.customer)])
        }
    }
}

extension PollReport {
    /// For people who watch.
    fileprivate var sentence: String {
        switch outcome {
        case .nothingToDo: "Nothing to do."
        case .finished: "Done, in \(calls.count) calls."
        case .quickBooksUnavailable(let hresult): "QuickBooks could not be reached: \(hresult)."
        case .died: "It ended before it could tell what came of its request."
        case .stoppedByService: "Plumbline ended the run. \(lastError ?? "")"
        case .busy: "Plumbline is busy with another run of this connection."
        case .notValidUser: "Plumbline does not know the user name or the password."
        case .versionRefused(let reason): "Its version is refused: \(reason)"
        case .unreachable(let reason): "Plumbline could not be reached: \(reason)"
        case .unreadable(let reason): "Plumbline's answer could not be read: \(reason)"
        case .tooManyCalls: "It made too many calls."
        }
    }
}
