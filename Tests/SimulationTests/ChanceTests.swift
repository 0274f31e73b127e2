import Simulation
import Testing

@Suite struct ChanceTests {
    @Test func `the numbers of a seed are always the same`() {
        var chance = Chance(seed: 1)
        let numbers = (0..<5).map { _ in chance.below(1_000) }

        #expect(numbers == [969, 384, 586, 817, 726])
    }

    @Test func `nothing is picked from nothing`() {
        var chance = Chance(seed: 1)

        let (none, never) = (chance.pick([Int]()), chance.weighed([(0, "never")]))
        let (always, impossible) = (chance.weighed([(0, "never"), (1, "always")]), chance.happens(permille: 0))
        let certain = chance.happens(permille: 1_000)

        #expect(none == nil)
        #expect(never == nil)
        #expect(always == "always")
        #expect(!impossible)
        #expect(certain)
    }

    @Test func `calm lives, stormy lives, and each fault in a part of them only`() {
        var moods: [FaultPlan.Mood: Int] = [:]
        var withLostAnswers = 0
        for seed in 0..<1_000 as Range<UInt64> {
            var chance = Chance(seed: seed)
            let plan = FaultPlan(drawnFrom: &chance)
            moods[plan.mood, default: 0] += 1
            if plan[.answerLost] > 0 { withLostAnswers += 1 }
        }

        #expect((200...300).contains(moods[.calm] ?? 0))
        #expect((550...650).contains(moods[.mixed] ?? 0))
        #expect((100...200).contains(moods[.stormy] ?? 0))
        #expect((150...300).contains(withLostAnswers))
    }
}
