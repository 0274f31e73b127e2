internal import BudgetDomain

/// How far a project is whose update was rejected because its estimate is gone.
enum SendingAgain: Sendable, Hashable {
    case reading, sending
}

/// People do what the product tells them to, once the faults have stopped.
extension World {
    /// - Returns: whether there was anything to do.
    func followCures() async throws -> Bool {
        var hasActed = false
        for company in companies {
            for project in company.projects {
                let glance = try await probe.glance(at: project, of: company.id)
                let key = Ledger.ProjectKey(company: company.index, project: project)
                guard let act = cure(for: glance, key) else { continue }
                let outcome = try await perform(act, by: company.person(.owner), on: project, in: company)
                hasActed = hasActed || outcome == .done
            }
        }
        return hasActed
    }

    private func cure(for glance: ProjectGlance, _ key: Ledger.ProjectKey) -> PersonAct? {
        switch glance.openState {
        case .readyToExport, .invalid: return .accept
        case .failedToExport where glance.openFault == Self.estimateMissing:
            sendingAgain[key] = .reading
            return .reject(comment: "The estimate is gone.")
        case .failedToExport: return mending(glance, key) ?? .exportAgain
        case .mismatched: return mending(glance, key) ?? .writeOursAgain
        case .queued, .handedOut, .unknown, .awaitingJobCosts, .rewriteQueued, .rewriteHandedOut, .rewriteUnknown:
            return nil
        case .synced, .rejected, .retrieved, nil: return sendAgain(key)
        }
    }

    /// Brings back the job or the items that are gone, before what failed over them is tried again.
    private func mending(_ glance: ProjectGlance, _ key: Ledger.ProjectKey) -> PersonAct? {
        guard let fault = glance.openFault, let act = Self.mending[fault] else { return nil }
        guard mended.insert(key).inserted else {
            mended.remove(key)
            return nil
        }
        return act
    }

    /// What was rejected because its estimate is gone waits until what was accepted before is written again; a reading
    /// of job costs finds out that it has to be.
    private func sendAgain(_ key: Ledger.ProjectKey) -> PersonAct? {
        switch sendingAgain[key] {
        case .reading:
            sendingAgain[key] = .sending
            return .requestJobCosts
        case .sending:
            sendingAgain[key] = nil
            return .send
        case nil: return nil
        }
    }

    /// The code of the fault whose cure is to reject the update and write the estimate again.
    private static let estimateMissing = "estimate-missing"

    private static let mending: [String: PersonAct] = [
        "item-gone": .requestItems, "item-missing": .requestItems, "items-missing": .requestItems,
        "job-gone": .requestJob, "job-missing": .requestJob,
    ]

    /// The faults that have a cure of their own.
    static let curedFaults = [estimateMissing] + mending.keys.sorted()
}
