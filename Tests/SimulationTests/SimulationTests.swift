import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func `the same seed gives the same life, byte for byte`() async throws {
        var options = World.Options()
        options.keepsTrace = true
        let founding = try await Founding.make()
        let first = try await SeedRun.run(7, founding: founding, options: options)
        let second = try await SeedRun.run(7, founding: founding, options: options)
        let third = try await SeedRun.run(7, founding: try await Founding.make(), options: options)

        #expect(first.trace.text == second.trace.text)
        #expect(first.trace.text == third.trace.text)
        #expect(!first.trace.lines.isEmpty)
    }
}
