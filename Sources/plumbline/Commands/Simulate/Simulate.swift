import ArgumentParser
import Foundation
import Simulation

/// Seeded lives of companies, people, bookkeepers, Web Connectors and servers, in memory: everything that can go wrong
/// does, and the invariants are checked after every step.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Live thousands of simulated lives of the product, with everything going wrong, and check it.",
        discussion: """
            Needs no database and no QuickBooks, and changes nothing. The same seed lives the same life on every \
            machine. The command ends with 1 when an invariant is violated, and prints how to live that life again.
            """)

    @Option(help: "How many lives, each with a seed of its own.")
    var seeds = 1_000

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "Live the life of this one seed.")
    var seed: UInt64?

    @Option(help: "Steps of a life before its faults stop.")
    var steps = 120

    @Flag(help: "Write down every step; with --seed or --schedule.")
    var trace = false

    @Option(help: "Every fault at every move of an export and its update: singles, or pairs of them.")
    var exhaustive: Exhaustive.Depth?

    @Option(help: ArgumentHelp("Of an exhaustive run this part of so many.", valueName: "number/count"))
    var part: String?

    @Option(help: ArgumentHelp("Live one schedule of an exhaustive run again.", valueName: "move:fault,…"))
    var schedule: String?

    @Option(help: "Plant this mistake first: an invariant should find it.")
    var mutant: String?

    @Flag(help: "Look for the first life in which each planted mistake is found; --seeds says how far.")
    var huntMutants = false

    @Option(help: "Lives at the same time. (default: one for each processor)")
    var tasks: Int?

    @Option(help: "Stop after so many lives with a violation.")
    var stopAfter = 20

    @Flag(help: "Write JSON for programs instead of text for people.")
    var json = false

    func validate() throws {
        guard (1...100_000_000).contains(seeds) else { throw ValidationError("--seeds is from 1 to 100000000.") }
        guard (1...100_000).contains(steps) else { throw ValidationError("--steps is from 1 to 100000.") }
        guard (1...256).contains(tasks ?? 1) else { throw ValidationError("--tasks is from 1 to 256.") }
        guard stopAfter > 0 else { throw ValidationError("--stop-after is at least 1.") }
        if let mutant, Mutants.named(mutant) == nil {
            throw ValidationError("There is no mutant “\(mutant)”.")
        }
        guard part == nil || exhaustive != nil else { throw ValidationError("--part is of an --exhaustive run.") }
        _ = try scheduledFaults()
        _ = try exhaustivePart()
    }

    func run() async throws {
        try await run(on: .system)
    }

    func run(on terminal: Terminal) async throws {
        let report = try await report(tellingProgressOn: terminal)
        try terminal.write(json ? JSONText.of(report.json) : report.text(width: terminal.width))
        if report.status != .done { throw ExitCode(report.status.rawValue) }
    }

    private func report(tellingProgressOn terminal: Terminal) async throws -> Report {
        if let faults = try scheduledFaults() {
            let exhaustive = Exhaustive(depth: .singles, options: options)
            let life = try await exhaustive.live(faults, founding: try await Founding.make(for: options))
            return SimulationReport.one(life.result)
        }
        if let seed {
            return SimulationReport.one(
                try await SeedRun.run(seed, founding: try await Founding.make(for: options), options: options))
        }
        if huntMutants { return try await hunt { terminal.progress($0) } }
        let begun = ContinuousClock.now
        let summary = try await lives { terminal.progress("\($0) lives") }
        return SimulationReport.many(
            summary, seconds: (ContinuousClock.now - begun) / .seconds(1), repeated: repeated)
    }

    private func hunt(_ progress: @escaping @Sendable (String) -> Void) async throws -> Report {
        let mutants = Mutants.all.filter { mutant == nil || $0.name == mutant }
        let catches = try await MutantHunt(mostSeeds: seeds, options: options).hunt(mutants, tasks: taskCount) {
            progress($1.map(\.description) ?? "\($0.name) got away")
        }
        return SimulationReport.hunt(mutants, catches)
    }

    private var taskCount: Int { tasks ?? ProcessInfo.processInfo.activeProcessorCount }

    private func lives(_ progress: @escaping @Sendable (Int) -> Void) async throws -> SeedSummary {
        if let exhaustive {
            return try await Exhaustive(
                depth: exhaustive, part: try exhaustivePart(), tasks: taskCount, options: options
            ).run(progress: progress)
        }
        return try await SeedRange(
            first: first, count: seeds, tasks: taskCount, options: options, mostFailures: stopAfter
        ).run(progress: progress)
    }

    private var options: World.Options {
        var options = World.Options()
        options.steps = steps
        options.keepsTrace = trace
        options.mutant = mutant.flatMap { Mutants.named($0) }
        return options
    }

    /// The options to write again with the seed that failed.
    private var repeated: String {
        (steps == 120 ? "" : " --steps \(steps)") + (mutant.map { " --mutant \($0)" } ?? "")
    }

    private func exhaustivePart() throws -> Exhaustive.Part {
        guard let part else { return .whole }
        guard let read = Exhaustive.Part(part) else {
            throw ValidationError("“\(part)” is no part, as in 3/40: the third of forty.")
        }
        return read
    }

    private func scheduledFaults() throws -> [ScheduledFault]? {
        try schedule?.split(separator: ",").map { text in
            guard let fault = ScheduledFault(text) else {
                throw ValidationError("“\(text)” is no move with a fault, as in 12:answerLost.")
            }
            return fault
        }
    }
}

extension Exhaustive.Depth: ExpressibleByArgument {}
