internal import BudgetDomain

/// Who does what next: mostly what is sensible, and now and then what is not.
extension World {
    func personActs(in company: SimulatedCompany) async throws {
        guard let project = chance.pick(company.projects) else { return }
        let glance = try await probe.glance(at: project, of: company.id)
        if Self.isOnItsWay(glance), chance.happens(permille: 700) { return }
        guard chance.happens(permille: 780) else {
            guard let person = chance.pick(company.people) else { return }
            let act = try await anyAct(on: project, in: company)
            return _ = try await perform(act, by: person, on: project, in: company)
        }
        let (role, act) = try await sensibleAct(glance, on: project, in: company)
        let person = company.person(chance.happens(permille: 150) ? .owner : role)
        try await perform(act, by: person, on: project, in: company)
    }

    /// Whether only the Web Connector can move the open export: people have little to do.
    private static func isOnItsWay(_ glance: ProjectGlance) -> Bool {
        switch glance.openState {
        case .queued, .handedOut, .unknown, .awaitingJobCosts, .rewriteQueued, .rewriteHandedOut, .rewriteUnknown:
            true
        case .readyToExport, .invalid, .mismatched, .synced, .failedToExport, .rejected, .retrieved, nil: false
        }
    }

    private func sensibleAct(
        _ glance: ProjectGlance, on project: String, in company: SimulatedCompany
    ) async throws -> (PersonRole, PersonAct) {
        switch glance.openState {
        case .readyToExport:
            return chance.weighed([
                (80, (.approver, .accept)), (8, (.approver, .reject(comment: "Not yet."))), (6, (.manager, .retrieve)),
                (6, (.approver, .look)),
            ]) ?? (.approver, .accept)
        case .invalid: return (.approver, chance.happens(permille: 700) ? .accept : .reject(comment: "Incomplete."))
        case .failedToExport:
            return (.approver, chance.happens(permille: 850) ? .exportAgain : .reject(comment: "Give up."))
        case .queued, .handedOut, .unknown, .awaitingJobCosts, .rewriteQueued, .rewriteHandedOut, .rewriteUnknown:
            return (.approver, .look)
        case .mismatched:
            return chance.weighed([
                (25, (.approver, .keepQuickBooksAmounts)), (35, (.approver, .writeOursAgain)),
                (20, (.approver, .requestJobCosts)), (20, (.approver, .look)),
            ]) ?? (.approver, .look)
        case .synced, .rejected, .retrieved, nil: break
        }
        if glance.jobState != "synced" { return (.approver, .requestJob) }
        if glance.itemsSynced == 0 { return (.approver, .requestItems) }
        if glance.lines == 0 { return (.manager, budget()) }
        if glance.isLocked {
            let modification = try await modification(on: project, in: company)
            return (.manager, chance.happens(permille: 550) ? .send : modification)
        }
        let change = try await anyChange(on: project, in: company)
        return (.manager, chance.happens(permille: 600) ? .lock : change)
    }

    private func anyChange(on project: String, in company: SimulatedCompany) async throws -> PersonAct {
        let codes = try await probe.codes(of: project, in: company.id)
        return chance.weighed([
            (4, .setAmount(code: chance.pick(codes) ?? "", cents: cents())), (2, line(cents: cents())),
            (1, .deleteLine(code: chance.pick(codes) ?? "")), (1, budget()),
        ]) ?? .look
    }

    private func anyAct(on project: String, in company: SimulatedCompany) async throws -> PersonAct {
        let change = try await anyChange(on: project, in: company)
        let modification = try await modification(on: project, in: company)
        return chance.weighed([
            (3, change), (1, .lock), (2, .unlock(deletesModifications: chance.happens(permille: 300))),
            (2, modification), (2, .send), (1, .retrieve), (3, .accept), (1, .reject(comment: "No.")),
            (1, .exportAgain), (1, .keepQuickBooksAmounts), (1, .writeOursAgain), (1, .requestJob), (1, .requestItems),
            (1, .requestJobCosts), (1, line(cents: 0)),
        ]) ?? .look
    }

    private func modification(on project: String, in company: SimulatedCompany) async throws -> PersonAct {
        let codes = try await probe.codes(of: project, in: company.id)
        guard codes.count > 1, let from = chance.pick(codes) else {
            return .modify(from: nil, to: codes.first ?? "", cents: cents())
        }
        let to = chance.pick(codes.filter { $0 != from }) ?? from
        return .modify(from: chance.happens(permille: 850) ? from : nil, to: to, cents: cents())
    }

    private func budget() -> PersonAct {
        .importBudget(cents: (0..<(1 + chance.below(3))).map { _ in cents() })
    }

    private func line(cents: Int64) -> PersonAct {
        .addLine(
            code: chance.pick(Founding.costCodes) ?? "", costType: chance.happens(permille: 500) ? "M" : "L",
            cents: cents)
    }

    /// Small and large amounts, and one cent.
    private func cents() -> Int64 {
        let digits = [1, 100, 10_000, 1_000_000][chance.below(4)]
        return Int64(1 + chance.below(digits * 10))
    }
}
