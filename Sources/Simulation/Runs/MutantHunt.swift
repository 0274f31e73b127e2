/// Looks for the life in which the invariants find a planted mistake.
package struct MutantHunt: Sendable {
    /// The first life that the mistake spoils, and that is sound without it. Seeds are tried from 1 on.
    package struct Catch: Sendable, Hashable, CustomStringConvertible {
        package let mutant: String
        package let seed: UInt64
        /// What was violated, in the order of the document.
        package let invariants: [String]

        init(mutant: String, seed: UInt64, invariants: [String]) {
            self.mutant = mutant
            self.seed = seed
            self.invariants = invariants
        }

        /// Reads what ``description`` writes.
        package init?(_ line: some StringProtocol) {
            let parts = line.split(separator: " | ", omittingEmptySubsequences: false).map { String($0) }
            guard parts.count == 3, let seed = UInt64(parts[1]) else { return nil }
            self.init(
                mutant: parts[0], seed: seed, invariants: parts[2].split(separator: ", ").map { String($0) })
        }

        package var description: String { "\(mutant) | \(seed) | \(invariants.joined(separator: ", "))" }
    }

    package var mostSeeds: Int
    package var options: World.Options

    package init(mostSeeds: Int = 10_000, options: World.Options = World.Options()) {
        self.mostSeeds = mostSeeds
        self.options = options
    }

    /// - Returns: nil when no life of so many shows the mistake.
    package func hunt(_ mutant: Mutant) async throws -> Catch? {
        let founding = try await Founding.make(without: mutant.indexes)
        for seed in 1...UInt64(max(mostSeeds, 1)) {
            let found = try await Self.violated(seed: seed, mutant, founding: founding, options)
            guard mutant.aim.map(found.contains) ?? !found.isEmpty else { continue }
            let sound = try await Self.violated(seed: seed, nil, founding: try await Founding.make(), options)
            guard sound.isEmpty else { continue }
            return Catch(mutant: mutant.name, seed: seed, invariants: found)
        }
        return nil
    }

    /// Hunts them all, several at a time, and tells each catch, nil for a mutant that got away.
    package func hunt(
        _ mutants: [Mutant], tasks: Int, _ told: @escaping @Sendable (Mutant, Catch?) -> Void
    ) async throws -> [String: Catch] {
        try await withThrowingTaskGroup(of: [Catch].self) { group in
            for task in 0..<max(tasks, 1) {
                group.addTask {
                    var catches: [Catch] = []
                    for index in stride(from: task, to: mutants.count, by: max(tasks, 1)) {
                        let caught = try await hunt(mutants[index])
                        told(mutants[index], caught)
                        if let caught { catches.append(caught) }
                    }
                    return catches
                }
            }
            var all: [String: Catch] = [:]
            for try await catches in group {
                for each in catches { all[each.mutant] = each }
            }
            return all
        }
    }

    /// The names of the invariants that this life violates, in the order of the document.
    package static func violated(
        seed: UInt64, _ mutant: Mutant?, founding: Founding, _ options: World.Options = World.Options()
    ) async throws -> [String] {
        var options = options
        options.mutant = mutant
        let names = Set(try await SeedRun.run(seed, founding: founding, options: options).violations.map(\.invariant))
        return Invariants.all.map(\.name).filter(names.contains)
    }
}
