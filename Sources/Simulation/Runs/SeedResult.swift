/// How one life ended.
package struct SeedResult: Sendable {
    package let seed: UInt64
    /// Of an exhaustive run; empty for a life of a seed.
    package let schedule: [ScheduledFault]
    package let steps: Int
    package let mood: FaultPlan.Mood
    package let violations: [Violation]
    package let settlement: Settlement
    package let tally: FaultTally
    package let trace: Trace

    init(_ world: World, schedule: [ScheduledFault] = []) {
        seed = world.seed
        self.schedule = schedule
        steps = world.step
        mood = world.faults.plan.mood
        violations = world.violations
        settlement = world.settlement
        tally = world.faults.tally
        trace = world.trace
    }
}

extension SeedResult {
    /// The options of `plumbline simulate` that live this life again.
    package var replay: String {
        schedule.isEmpty
            ? "--seed \(seed)" : "--schedule \(schedule.map(\.description).joined(separator: ","))"
    }
}

package enum SeedRun {
    /// Lives one seed's life from the founding state.
    package static func run(
        _ seed: UInt64, founding: Founding, options: World.Options = World.Options()
    ) async throws -> SeedResult {
        let world = try World(seed: seed, founding: founding, options: options)
        try await world.live()
        return SeedResult(world)
    }
}
