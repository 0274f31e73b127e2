import Simulation
import Testing

@Suite struct InvariantTests {
    @Test func `every invariant has a name of its own and says one sentence`() {
        let names = Invariants.all.map(\.name)

        #expect(Set(names).count == names.count)
        for invariant in Invariants.all {
            #expect(invariant.statement.hasSuffix("."), "\(invariant.name)")
            #expect(invariant.statement.first?.isUppercase == true, "\(invariant.name)")
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `lives of the product as it is violate nothing`(seed: UInt64) async throws {
        let result = try await SeedRun.run(seed, founding: try await Founding.make())

        #expect(result.violations == [], "plumbline simulate --seed \(seed) --trace")
    }

    @Test(arguments: [6_100_404, 6_102_103] as [UInt64])
    func `lives that once violated something do not any more`(seed: UInt64) async throws {
        let result = try await SeedRun.run(seed, founding: try await Founding.make())

        #expect(result.violations == [], "plumbline simulate --seed \(seed) --trace")
    }

    @Test func `the journal notes what was committed, and nothing that was rolled back`() async throws {
        var options = World.Options()
        options.steps = 60
        let founding = try await Founding.make()
        let world = try World(seed: 3, founding: founding, options: options)

        try await world.live()

        // Whatever happened was seen by a check, which takes it away.
        #expect(try await world.unseenJournal() == 0)
    }
}
