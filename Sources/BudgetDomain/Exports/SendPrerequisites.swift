/// What a budget needs around it before it can be sent, and still when it is accepted: the project's job, an item for
/// every budget code, and nothing on the budget that QuickBooks cannot carry.
package struct SendPrerequisites: Hashable, Sendable {
    package let project: Project
    package let items: [ItemKey: ListSync<ItemRequest>]
    package let usesSubItems: Bool

    package init(project: Project, items: [ItemKey: ListSync<ItemRequest>], usesSubItems: Bool) {
        self.project = project
        self.items = items
        self.usesSubItems = usesSubItems
    }

    /// The item that a budget code's estimate lines carry.
    package func itemKey(for code: BudgetCode) -> ItemKey {
        ItemKey(costCode: code.costCode, costType: usesSubItems ? code.costType : nil)
    }

    /// Everything that stands in the way, each once, with the lines or codes named; empty when nothing does.
    package func refusals(for codes: [BudgetCode]) -> [Refusal] {
        projectRefusals + codeRefusals(codes)
    }

    /// What stands in the way of one budget code; nothing on a project whose budget does not travel.
    package func refusals(for code: BudgetCode) -> [Refusal] {
        project.isERPIntegrated ? codeRefusals([code]) : []
    }

    /// The same for each of many codes. Those of one item mostly follow one another: what is wrong with it is found out
    /// once.
    package func refusals(forEachOf codes: [BudgetCode]) -> [[Refusal]] {
        var last: (key: ItemKey, refusals: [Refusal])?
        return codes.map { code in
            guard code.subJob == nil, code.customSegments == nil else { return refusals(for: code) }
            let key = itemKey(for: code)
            if let last, last.key == key { return last.refusals }
            let refusals = refusals(for: code)
            last = (key, refusals)
            return refusals
        }
    }

    private var projectRefusals: [Refusal] {
        guard project.isERPIntegrated else { return [.projectIsNotIntegrated(project: project.number)] }
        if let job = project.job.reference {
            return job.condition == .usable ? [] : [.jobIsInactive(job: job.fullName)]
        }
        var refusals: [Refusal] = [.projectIsNotSynced(project: project.number)]
        if let problem = AccountingName.problem(in: project.name, longest: AccountingName.longestJobName) {
            refusals.append(.nameDoesNotFit(name: project.name, problem: problem))
        }
        return refusals
    }

    private func codeRefusals(_ codes: [BudgetCode]) -> [Refusal] {
        var refusals: [Refusal] = []
        let withSubJobs = codes.filter { $0.subJob != nil }
        if !withSubJobs.isEmpty { refusals.append(.subJobsOnBudget(lines: withSubJobs.map(\.description))) }
        let withSegments = codes.filter { $0.customSegments != nil }
        if !withSegments.isEmpty { refusals.append(.customSegmentsOnBudget(lines: withSegments.map(\.description))) }

        var unsynced: [String] = []
        var unusable: [ListCondition: [String]] = [:]
        var named: Set<ItemKey> = []
        var last: ItemKey?
        for code in codes {
            let key = itemKey(for: code)
            guard key != last else { continue }
            last = key
            guard named.insert(key).inserted else { continue }
            let text = usesSubItems ? "\(code.costCodeText):\(code.costType)" : code.costCodeText
            if let item = items[key]?.reference {
                unusable[item.condition] = (unusable[item.condition] ?? []) + [item.fullName]
                continue
            }
            unsynced.append(text)
            if let problem = AccountingName.problem(in: code.costCodeText, longest: AccountingName.longestItemName) {
                let refusal = Refusal.nameDoesNotFit(name: code.costCodeText, problem: problem)
                if !refusals.contains(refusal) { refusals.append(refusal) }
            }
        }
        if !unsynced.isEmpty { refusals.append(.costCodesAreNotSynced(codes: unsynced)) }
        if let items = unusable[.inactive] { refusals.append(.itemsAreInactive(items: items)) }
        if let items = unusable[.oneSided] { refusals.append(.itemsAreOneSided(items: items)) }
        return refusals
    }
}
