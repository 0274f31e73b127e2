internal import QuickBooksEmulators

/// The scheduler: one thing at a time, chosen by the seed.
extension World {
    private enum Move {
        case connector, people, bookkeeper, surroundings
    }

    func takeStep() async throws {
        clock.move(seconds: Int64(1 + chance.below(20)))
        guard let company = chance.pick(companies) else { return }
        acting = company.index
        switch chance.weighed([(62, Move.connector), (26, .people), (5, .bookkeeper), (7, .surroundings)]) {
        case .connector, nil: await advance(chance.below(company.connectors.count), of: company)
        case .people: try await personActs(in: company)
        case .bookkeeper: bookkeeperActs(in: company)
        case .surroundings: try await surroundings(of: company)
        }
    }

    /// The machines and the file, rather than people.
    private func surroundings(of company: SimulatedCompany) async throws {
        if chance.happens(permille: 60) { company.backup = company.books.copy() }
        await deliverLateCall(of: company)
        if faults.strikes(.serverRestarted, &chance) {
            let server = pickServer()
            server.restart()
            trace.add(step, clock.now, server.name, "restarted")
        }
        try restoreDatabase()
        moveClocks(of: company)
        disturbFile(of: company)
        try await changeRights(in: company)
    }

    private func deliverLateCall(of company: SimulatedCompany) async {
        guard !company.lateCalls.isEmpty, chance.happens(permille: 500) else { return }
        let call = company.lateCalls.remove(at: chance.below(company.lateCalls.count))
        let server = pickServer()
        if call.method == .authenticate { company.signIns += 1 }
        _ = await server.answer(call.method, call.body)
        trace.add(step, clock.now, "network", "an old \(call.method.rawValue) reaches \(server.name)")
        bury(server)
    }

    private func moveClocks(of company: SimulatedCompany) {
        if faults.strikes(.clockForward, &chance) { jump(seconds: Int64(60 + chance.below(8 * 86_400))) }
        if faults.strikes(.clockBack, &chance) { jump(seconds: -Int64(1 + chance.below(3 * 3_600))) }
        if faults.strikes(.daylightSaving, &chance) {
            company.booksClock.turnDaylightSaving()
            trace.add(step, clock.now, "clock", "daylight saving turns in QuickBooks")
        }
        if faults.strikes(.quickBooksClockWrong, &chance) {
            company.booksClock.setWrong(bySeconds: Int64(chance.below(172_800)) - 86_400)
        }
    }

    private func jump(seconds: Int64) {
        clock.move(seconds: seconds)
        trace.add(step, clock.now, "clock", "jumps by \(seconds) s")
    }

    private func restoreDatabase() throws {
        if chance.happens(permille: faults.areOn && faults.plan[.databaseRestored] > 0 ? 100 : 0) {
            try keepDatabase()
        }
        guard hasKeptDatabase, faults.strikes(.databaseRestored, &chance) else { return }
        try goBackToKeptDatabase()
    }
}
