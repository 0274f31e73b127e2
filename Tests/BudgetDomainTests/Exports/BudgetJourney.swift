import BudgetDomain

/// A budget that a seeded generator works on with every act that is allowed at the moment, as people would over months.
/// It keeps a plain account of its own, in whole numbers, to hold the domain against.
struct BudgetJourney {
    private(set) var standing: BudgetStanding
    /// What each line should be worth, by letter: original and modifications.
    private(set) var original: [String: Int64] = [:]
    private(set) var modified: [String: Int64] = [:]
    private(set) var oneSided: Int64 = 0
    private(set) var sends = 0
    private var random: SeededGenerator
    private var count = 0

    init(seed: UInt64, allowsGrandTotalModifications: Bool) {
        random = SeededGenerator(seed: seed)
        standing = BudgetStanding(
            budget: Clinic.budget([], locked: false),
            settings: CompanySettings(allowsGrandTotalModifications: allowsGrandTotalModifications))
    }

    /// One act, chosen among those that the lock allows.
    mutating func step() throws {
        switch (standing.budget.isLocked, random.next() % 8) {
        case (false, 0...2): try addLine(cents: random.magnitudeSpread(upTo: 999_999_999))
        case (false, 3...5): try changeOriginal()
        case (false, 6): try deleteLine()
        case (false, 7...): standing.budget = try standing.locking(by: .manager, at: Clinic.at)
        case (true, 0...3): try modify()
        case (true, 4): try addLine(cents: 0)
        case (true, 5...6): try send()
        default:  // default: the eighth choice on a locked budget
            standing.budget = try standing.unlocking(by: .manager, modifications: .preserve)
        }
    }

    private mutating func addLine(cents: Int64) throws {
        count += 1
        standing.budget = try standing.adding(.line("L\(count)", cents), by: .manager)
        original["L\(count)"] = cents
    }

    private mutating func changeOriginal() throws {
        guard let line = standing.budget.lines.randomElement(using: &random) else { return }
        let cents = random.magnitudeSpread(upTo: 999_999_999)
        standing.budget = try standing.settingOriginal(
            of: line.id, to: usd(cents), calculation: .manual, by: .manager)
        original[line.id.text] = cents
    }

    private mutating func deleteLine() throws {
        guard let line = standing.budget.lines.randomElement(using: &random) else { return }
        do {
            standing.budget = try standing.deleting(line: line.id, by: .manager)
            original[line.id.text] = nil
        } catch {
            let guards: Set<String> = ["lineIsInQuickBooks", "lineHasModifications"]
            guard guards.isSuperset(of: error.refusals.map(\.code)) else { throw error }
        }
    }

    private mutating func modify() throws {
        guard let to = standing.budget.lines.randomElement(using: &random)?.id.text else { return }
        let others = standing.budget.lines.map(\.id.text).filter { $0 != to }
        var cents = random.magnitudeSpread(upTo: 99_999_999)
        if cents == 0 { cents = 1 }
        let isOneSided = standing.settings.allowsGrandTotalModifications && random.next() % 2 == 0
        let from = isOneSided ? nil : others.randomElement(using: &random)
        guard isOneSided || from != nil else { return }
        if !isOneSided { cents = abs(cents) }

        let number = standing.budget.modifications.count + 1
        standing.budget = try standing.modifying(.move(number, from: from, to: to, cents), by: .manager)
        modified[to, default: 0] += cents
        if let from { modified[from, default: 0] -= cents } else { oneSided += cents }
    }

    /// Sends what is unsynced, and has it rejected, retrieved or written and read back.
    private mutating func send() throws {
        let drafts: [TransactionDraft]
        do {
            drafts = try standing.sending(
                prerequisites: Clinic.prerequisites(items: standing.budget.lines.map(\.id.text)),
                costTypeNames: [:], by: .manager)
        } catch {
            guard error == Refused(.nothingToSend) else { throw error }
            return
        }
        sends += 1
        standing.exports.append(Clinic.export(.readyToExport, number: sends))
        switch random.next() % 4 {
        case 0:
            let retrieved = try standing.retrieving(by: .manager, at: Clinic.at)
            standing.exports[sends - 1] = retrieved
        case 1:
            let rejected = try standing.rejecting(comment: "No.", by: .approver, at: Clinic.at)
            standing.exports[sends - 1] = rejected.export
            standing.budget = rejected.budget
        default:
            standing.exports[sends - 1].state = .synced
            standing.exported += drafts.enumerated().map { index, draft in
                ExportTransaction(id: ID("\(sends)-\(index)"), mark: "\(sends)-\(index)", draft: draft)
            }
        }
    }
}
