internal import BudgetDomain
internal import QuickBooksEmulators

/// One export and one update of it, from the locking of the budget to the read-back, with faults at named moves: the
/// life of which every way to fail is tried.
extension World {
    private static let mostPolls = 6

    /// - Returns: what the connector did in each move, for the choice of the next fault.
    func live(_ schedule: [ScheduledFault]) async throws -> [MoveKind] {
        guard let company = companies.first, let project = company.projects.first else { return [] }
        try await beginChecks()
        trace.add(0, clock.now, "schedule", schedule.map(\.description).joined(separator: " "))
        var moves: [MoveKind] = []
        for act in [PersonAct.lock, .send, .accept] { try await take(act, on: project, in: company) }
        try await poll(project, in: company, schedule, &moves)
        let codes = try await probe.codes(of: project, in: company.id)
        if codes.count > 1 {
            try await take(.modify(from: codes[0], to: codes[1], cents: 125), on: project, in: company)
        }
        for act in [PersonAct.send, .accept] { try await take(act, on: project, in: company) }
        try await poll(project, in: company, schedule, &moves)
        if violations.isEmpty { try await settle() }
        if violations.isEmpty { try await check(atEnd: true) }
        return moves
    }

    private func take(_ act: PersonAct, on project: String, in company: SimulatedCompany) async throws {
        step += 1
        clock.move(seconds: 60)
        try await perform(act, by: company.person(.owner), on: project, in: company)
        try await check(atEnd: false)
    }

    /// Polls until nothing of the project is under way, an approver doing what the product says in between.
    private func poll(
        _ project: String, in company: SimulatedCompany, _ schedule: [ScheduledFault], _ moves: inout [MoveKind]
    ) async throws {
        for _ in 0..<Self.mostPolls where violations.isEmpty {
            let state = try await probe.glance(at: project, of: company.id).openState
            if state == nil { return }
            if state == .failedToExport { try await take(.exportAgain, on: project, in: company) }
            repeat {
                try await move(schedule, in: company, &moves)
            } while company.connectors[0].poll != nil && violations.isEmpty
            company.quickBooks = .open
            peaceAtFile(of: company)
        }
    }

    private func move(
        _ schedule: [ScheduledFault], in company: SimulatedCompany, _ moves: inout [MoveKind]
    ) async throws {
        step += 1
        clock.move(seconds: 2)
        if company.connectors[0].poll == nil { await advance(0, of: company) }
        let kind = company.connectors[0].poll?.kind ?? .between
        moves.append(kind)
        for fault in schedule where fault.move == moves.count { await strike(fault.kind, in: company) }
        await advance(0, of: company)
        if faults.forgetForced() { trace.add(step, clock.now, "schedule", "the fault found no moment") }
        try await deliverLateCalls(of: company)
        try await check(atEnd: false)
    }

    /// A fault of the surroundings happens now; any other waits for its moment within the move.
    private func strike(_ kind: FaultKind, in company: SimulatedCompany) async {
        switch kind {
        case .secondConnector:
            if company.connectors.count > 1 { await finishPoll(1, of: company) }
        case .serverRestarted: servers[0].restart()
        case .clockForward: clock.move(seconds: 9 * 86_400)
        case .clockBack: clock.move(seconds: -3 * 3_600)
        case .quickBooksClosed: company.quickBooks = .closed
        case .singleUser: company.quickBooks = .singleUser
        case .otherFile: company.quickBooks = .otherFile(company.otherFile)
        case .fileIDGone: company.books.disconnect(ownerID: company.account.ownerID)
        case .estimatesOff: company.books.preferences.isUsingEstimates = false
        default:  // default: what strikes within a move
            return faults.force(kind)
        }
        faults.note(kind)
        trace.add(step, clock.now, "schedule", kind.rawValue)
    }

    /// An old call comes once a new session has begun.
    private func deliverLateCalls(of company: SimulatedCompany) async throws {
        guard !company.lateCalls.isEmpty, case .open? = company.connectors[0].poll?.next else { return }
        for call in company.lateCalls {
            if call.method == .authenticate { company.signIns += 1 }
            _ = await servers[0].answer(call.method, call.body)
            trace.add(step, clock.now, "network", "an old \(call.method.rawValue) arrives")
        }
        company.lateCalls = []
    }

    private func peaceAtFile(of company: SimulatedCompany) {
        company.books.connect(ownerID: company.account.ownerID, fileID: company.account.fileID)
        company.books.clearInjectedStatuses()
        if !company.books.preferences.isUsingEstimates { company.books.preferences.isUsingEstimates = true }
    }
}

extension PollMachine {
    fileprivate var kind: MoveKind {
        switch next {
        case .call: .call
        case .open: .open
        case .ask: .ask
        case .pause, .over: .between
        }
    }
}
