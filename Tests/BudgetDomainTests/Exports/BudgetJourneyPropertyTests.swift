import BudgetDomain
import Testing

@Suite struct BudgetJourneyPropertyTests {
    @Test(arguments: Seeds.all, [false, true])
    func `money is conserved by every sequence of acts`(seed: UInt64, grandTotal: Bool) throws {
        var journey = BudgetJourney(seed: seed, allowsGrandTotalModifications: grandTotal)
        for step in 1...300 {
            try journey.step()
            let place: Comment = "seed \(seed), grand total \(grandTotal), step \(step)"

            let budget = journey.standing.budget
            let amounts = try budget.amountsByLine()
            let letters = budget.lines.map(\.id.text)
            #expect(amounts.map(\.original.minorUnits) == letters.map { journey.original[$0] ?? 0 }, place)
            #expect(amounts.map(\.modifications.minorUnits) == letters.map { journey.modified[$0] ?? 0 }, place)
            #expect(
                try amounts.map { try $0.revised().minorUnits }
                    == letters.map { (journey.original[$0] ?? 0) + (journey.modified[$0] ?? 0) }, place)

            let totals = try budget.totals()
            #expect(totals.original.minorUnits == journey.original.values.reduce(0, +), place)
            #expect(totals.modifications.minorUnits == journey.oneSided, place)
        }
        #expect(journey.sends > 10, "seed \(seed) never got far")
    }

    @Test(arguments: Seeds.all, [false, true])
    func `after any interleaving of sends the books hold the revised amounts, each once`(
        seed: UInt64, grandTotal: Bool
    ) throws {
        var journey = BudgetJourney(seed: seed, allowsGrandTotalModifications: grandTotal)
        for step in 1...300 {
            try journey.step()
            let standing = journey.standing
            let unsynced = try UnsyncedTransactions.drafts(
                of: standing.budget, exported: standing.exported, costTypeNames: [:])
            let place: Comment = "seed \(seed), grand total \(grandTotal), step \(step)"

            let travelled = standing.exported.map(\.draft) + unsynced
            var held: [ID<BudgetLineItem>: Int64] = [:]
            for draft in travelled { held[draft.line, default: 0] += draft.amount.minorUnits }
            let revised = try standing.budget.amountsByLine().map { try $0.revised().minorUnits }
            #expect(standing.budget.lines.map { held[$0.id] } == revised.map { Optional($0) }, place)
            #expect(held.count == standing.budget.lines.count, place)

            let firsts = travelled.filter { $0.kind == .original }.map(\.line)
            #expect(firsts.count == Set(firsts).count, place)
            let sides = travelled.filter { $0.modification != nil }
                .map { "\($0.modification?.text ?? "") \($0.kind.rawValue)" }
            #expect(sides.count == Set(sides).count, place)
        }
        #expect(!journey.standing.exported.isEmpty, "seed \(seed) never got far")
    }
}
