import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func `the same seed gives the same life, byte for byte`() async throws {
        var options = World.Options()
        options.keepsTrace = true
        let founding = try await Founding.make()
        let first = try await SeedRun.run(7, founding: founding, options: options)
        let second = try await SeedRun.run(7, founding: founding, options: options)
        let elsewhere = try await SeedRun.run(7, founding: try await Founding.make(), options: options)

        #expect(first.trace.text == second.trace.text)
        #expect(first.trace.text == elsewhere.trace.text)
        #expect(first.trace.lines.count > 50)
    }

    @Test func `neighbouring seeds live other lives`() async throws {
        var options = World.Options()
        options.digestsTrace = true
        let founding = try await Founding.make()
        var digests: Set<UInt64> = []
        for seed in 1...12 as ClosedRange<UInt64> {
            digests.insert(try await SeedRun.run(seed, founding: founding, options: options).trace.digest)
        }

        #expect(digests.count == 12)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a hundred lives violate nothing, and settle within three polls`() async throws {
        let summary = try await SeedRange(first: 1, count: 100, tasks: 2).run()

        #expect(summary.failures.map { "\($0.replay): \($0.violations)" } == [])
        #expect(summary.lives == 100)
        #expect(summary.livesSettledInThree == 100)
        #expect(summary.acceptedExports > 100)
        #expect(summary.tally.total > 300)
    }

    @Test func `a calm life ends with all exports synced and no fault`() async throws {
        var options = World.Options()
        options.plan = FaultPlan.none
        let result = try await SeedRun.run(3, founding: try await Founding.make(), options: options)

        #expect(result.violations == [])
        #expect(result.settlement.isAllSynced)
        #expect(result.settlement.accepted > 0)
        #expect(FaultKind.allCases.filter { $0 != .secondConnector && result.tally[$0] > 0 } == [])
    }
}
