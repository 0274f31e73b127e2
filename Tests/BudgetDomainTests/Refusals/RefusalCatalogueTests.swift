import BudgetDomain
import TestRefusals
import Testing

@Suite struct RefusalCatalogueTests {
    @Test func `every refusal has a sample and a code of its own`() {
        #expect(Refusal.samples.map { RefusalCode($0) } == RefusalCode.allCases)
        #expect(Refusal.samples.map(\.code) == RefusalCode.allCases.map(\.rawValue))
    }

    @Test(arguments: Refusal.samples)
    func `every refusal has a sentence and a cure`(refusal: Refusal) {
        for text in [refusal.sentence, refusal.cure] {
            #expect(text.first?.isUppercase == true || text.first == "“" || text.first?.isNumber == true)
            #expect(text.last == "." || text.last == "`")
            #expect(!text.contains("..") && !text.contains("  "))
        }
    }

    @Test func `sentences count, and name the first ten`() {
        #expect(
            Refusal.costCodesAreNotSynced(codes: ["A"]).sentence
                == "1 cost code on the budget is not synced with QuickBooks: A.")
        #expect(
            Refusal.subJobsOnBudget(lines: (1...12).map { "L\($0)" }).sentence
                == "QuickBooks has no sub jobs, and 12 lines of the budget have one: "
                + "L1, L2, L3, L4, L5, L6, L7, L8, L9, L10 and 2 more.")
        #expect(
            Refusal.jobCostsDiffer(act: .unlock, differences: 1).sentence
                == "You cannot unlock the budget: what QuickBooks holds differs from what was accepted, in 1 place.")
        #expect(Refusal.budgetIsNotLocked(act: .unlock).cure == "Nothing needs to be done.")
    }

    @Test func `every refusal of a decision is produced by one`() {
        let produced = RefusedActs.all.map { $0.code.rawValue }
        let fromDecisions = RefusalCode.allCases.filter { !RefusalCode.producedByOperations.contains($0) }

        #expect(produced == fromDecisions.map(\.rawValue))
        for (code, thrown) in RefusedActs.all { #expect(thrown == [code.rawValue]) }
    }

    @Test func `the page in the reference says the same`() throws {
        let rows = Refusal.samples.map { ["`\($0.code)`", $0.sentence, $0.cure] }
        try ReferenceDocument(name: "refusals.md").expect(header: ["Code", "Sentence", "Cure"], rows: rows)
    }
}
