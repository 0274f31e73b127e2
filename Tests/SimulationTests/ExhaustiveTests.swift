import Simulation
import Testing

@Suite struct ExhaustiveTests {
    @Test(.timeLimit(.minutes(10)))
    func `no single fault at any move keeps an export from being synced`() async throws {
        let summary = try await Exhaustive(depth: .singles, tasks: 2).run()

        #expect(summary.failures.map { "\($0.replay): \($0.violations)" } == [])
        #expect(summary.lives > 350)
        #expect(summary.livesSynced == summary.lives)
        #expect(summary.livesSettledInThree == summary.lives)
    }

    @Test func `a schedule is written as it is read`() throws {
        let fault = try #require(ScheduledFault("12:answerLost"))

        #expect(fault == ScheduledFault(move: 12, kind: .answerLost))
        #expect(fault.description == "12:answerLost")
    }

    @Test(arguments: ["", "12", "0:answerLost", "12:nothing", "x:answerLost", "1:2:answerLost"])
    func `what is no schedule is not read`(text: String) {
        #expect(ScheduledFault(text) == nil)
    }

    @Test func `two faults of a schedule both strike, and the life is lived again by its options`() async throws {
        var options = World.Options()
        options.keepsTrace = true
        let schedule = [ScheduledFault(move: 8, kind: .replyLost), ScheduledFault(move: 15, kind: .connectorKilled)]
        let exhaustive = Exhaustive(depth: .pairs, options: options)

        let result = try await exhaustive.live(schedule, founding: try await Founding.make()).result

        #expect(result.tally[.replyLost] == 1)
        #expect(result.tally[.connectorKilled] == 1)
        #expect(result.replay == "--schedule 8:replyLost,15:connectorKilled")
        #expect(result.settlement.isAllSynced)
        #expect(result.violations == [])
    }
}
