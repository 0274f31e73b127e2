internal import BudgetDomain
internal import BudgetOperations
internal import QuickBooksEmulators

/// How a life came to rest once its faults had stopped.
package struct Settlement: Sendable, Hashable {
    /// Accepted exports that waited for a Web Connector when the faults stopped.
    package internal(set) var unsettled = 0
    /// The most polls that any of them took; nil while one has not settled.
    package internal(set) var polls: Int? = 0
    package internal(set) var accepted = 0
    package internal(set) var synced = 0
    /// The states in which the others ended, each with its count.
    package internal(set) var others: [String: Int] = [:]

    package var isAllSynced: Bool { accepted == synced }
}

extension World {
    private static let mostRounds = 12

    func settle() async throws {
        acting = nil
        try await makePeace()
        let waiting = Set(try await unsettled())
        settlement.unsettled = waiting.count
        settlement.polls = waiting.isEmpty ? 0 : nil
        for round in 1...Self.mostRounds {
            step += 1
            for company in companies {
                for index in company.connectors.indices where index == round % company.connectors.count {
                    await finishPoll(index, of: company)
                }
            }
            try await check(atEnd: false)
            if settlement.polls == nil, waiting.isDisjoint(with: try await unsettled()) { settlement.polls = round }
            guard violations.isEmpty else { return }
            if try await !followCures(), try await unsettled().isEmpty { break }
        }
        for export in try await probe.acceptedExports() {
            settlement.accepted += 1
            if export.state == .synced {
                settlement.synced += 1
            } else {
                settlement.others[export.state?.rawValue ?? "?", default: 0] += 1
            }
        }
    }

    /// The faults stop, QuickBooks is open with the right file, and everybody has the rights of the beginning.
    private func makePeace() async throws {
        faults.stop()
        trace.add(step, clock.now, "world", "the faults stop")
        for server in servers { server.restart() }
        for company in companies {
            for index in company.connectors.indices { end(index, of: company, .died) }
            company.quickBooks = .open
            company.lateCalls = []
            company.books.clearInjectedStatuses()
            company.books.connect(ownerID: company.account.ownerID, fileID: company.account.fileID)
            var preferences = company.books.preferences
            preferences.isUsingEstimates = true
            preferences.closingDate = nil
            company.books.preferences = preferences
            company.books.recovery.cannotStore = false
            for name in company.books.itemNames { try? company.books.setItem(name, isActive: true) }
            for name in company.books.customerNames { try? company.books.setCustomer(name, isActive: true) }
            if company.hasLostRights { try await giveBackRights(in: company, through: servers[0].plumbline) }
            if company.hasChangedSettings {
                _ = try await servers[0].plumbline.changeSettings(of: company.id, by: .commandLine) {
                    $0.senderMayNotApprove = false
                }
            }
        }
    }

    /// Exports on their way, which only a poll can move.
    private func unsettled() async throws -> [String] {
        try await probe.acceptedExports().filter { export in
            switch export.state {
            case .queued, .handedOut, .unknown, .awaitingJobCosts, .rewriteQueued, .rewriteHandedOut,
                .rewriteUnknown:
                true
            case .readyToExport, .invalid, .mismatched, .synced, .failedToExport, .rejected, .retrieved, nil: false
            }
        }.map(\.export.text)
    }

    /// One whole update, without interruption.
    func finishPoll(_ index: Int, of company: SimulatedCompany) async {
        await advance(index, of: company)
        for _ in 0..<500 where company.connectors[index].poll != nil {
            clock.move(seconds: 1)
            await advance(index, of: company)
        }
        clock.move(seconds: 15 * 60)
    }
}
