/// What is asked of the budget's own lists, lines and amounts.
extension PreflightJudge {
    var job: PreflightFinding {
        let found = refusals.filter(\.isAboutJob)
        if !found.isEmpty {
            if case .failed(_, let fault) = prerequisites.project.job {
                return PreflightFinding(.job, .stops, fault.text, knownAt: facts.jobSeenAt, cure: fault.cure)
            }
            return stopped(.job, by: found, knownAt: facts.jobSeenAt)
        }
        let name = prerequisites.project.job.reference?.fullName ?? ""
        guard let seen = facts.jobSeenAt else {
            return PreflightFinding(
                .job, .unknown, "The project is linked with \(name); whether that is still there was not asked yet.",
                cure: "Nobody needs to act: it is asked before anything is written.")
        }
        return PreflightFinding(.job, .sound, "\(name) is there and active.", knownAt: seen)
    }

    var items: PreflightFinding {
        let found = refusals.filter(\.isAboutItems)
        if !found.isEmpty { return stopped(.items, by: found, knownAt: facts.itemsSeenAt) }
        let count = Set(preview.added.compactMap(\.itemListID)).count
        guard let seen = facts.itemsSeenAt else {
            return PreflightFinding(
                .items, .unknown, "\(items(count)) linked; whether all are still there was not asked yet.",
                cure: "Nobody needs to act: it is asked before anything is written.")
        }
        return PreflightFinding(
            .items, .sound, "\(items(count)) there and active, with both accounts.", knownAt: seen)
    }

    private func items(_ count: Int) -> String {
        count == 1 ? "1 item is" : "\(count) items are"
    }

    var codes: PreflightFinding {
        let found = refusals.filter { !$0.isAboutJob && !$0.isAboutItems }
        guard found.isEmpty else { return stopped(.codes, by: found, knownAt: nil) }
        return PreflightFinding(.codes, .sound, "QuickBooks can carry every budget code and name.")
    }

    var lines: PreflightFinding {
        let count = preview.after.count
        let text = "The estimate will have \(count) line\(count == 1 ? "" : "s")."
        guard count > BudgetStanding.mostLines else { return PreflightFinding(.lines, .sound, text) }
        return PreflightFinding(
            .lines, .warning, "\(text) Plumbline was tried with up to \(BudgetStanding.mostLines).",
            cure: "A bookkeeper joins the lines that were typed in QuickBooks, or the project is split.")
    }

    var differences: PreflightFinding {
        guard !facts.differences.isEmpty else {
            let text =
                preview.isNew
                ? "QuickBooks holds nothing of this budget yet." : "QuickBooks holds what was accepted."
            return PreflightFinding(.differences, .sound, text, knownAt: facts.estimateReadAt)
        }
        let sentences = facts.differences.prefix(Self.mostDifferences).map(\.sentence)
        let more = facts.differences.count - sentences.count
        if !preview.isNew, facts.differences.contains(where: \.isEstimateMissing) {
            return PreflightFinding(
                .differences, .stops, sentences.joined(separator: " "), knownAt: facts.estimateReadAt,
                cure: "An approver rejects this export and has what was accepted before written again, as a new "
                    + "estimate: `plumbline erp write-again`. Then the budget is sent again.")
        }
        return PreflightFinding(
            .differences, .warning, (sentences + (more > 0 ? ["And \(more) more."] : [])).joined(separator: " "),
            knownAt: facts.estimateReadAt,
            cure: "After the export an approver has to decide about it before the budget can be changed again: "
                + "`plumbline erp compare`.")
    }

    private static let mostDifferences = 5

    private func stopped(
        _ check: PreflightCheck, by refusals: [Refusal], knownAt: Instant?
    ) -> PreflightFinding {
        var cures: [String] = []
        for refusal in refusals where !cures.contains(refusal.cure) { cures.append(refusal.cure) }
        return PreflightFinding(
            check, .stops, refusals.map(\.sentence).joined(separator: " "), knownAt: knownAt,
            cure: cures.joined(separator: " "))
    }
}

extension EstimateDifference {
    fileprivate var isEstimateMissing: Bool {
        if case .estimateMissing = self { true } else { false }
    }
}

extension Refusal {
    fileprivate var isAboutJob: Bool {
        switch self {
        case .projectIsNotIntegrated, .projectIsNotSynced, .jobIsInactive: true
        default: false  // default: of all refusals these are about the job
        }
    }

    fileprivate var isAboutItems: Bool {
        switch self {
        case .costCodesAreNotSynced, .itemsAreInactive, .itemsAreOneSided: true
        default: false  // default: of all refusals these are about items
        }
    }
}
