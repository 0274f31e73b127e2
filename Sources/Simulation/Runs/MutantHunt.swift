/// Looks for the life in which the invariants find a planted mistake.
package struct MutantHunt: Sendable {
    /// A life that the mistake spoils, and that is sound without it.
    package struct Catch: Sendable, Hashable {
        package let mutant: String
        package let seed: UInt64
        /// How many lives were lived to find it.
        package let tried: Int
        /// What was violated, in the order of the document.
        package let invariants: [String]

        package init(mutant: String, seed: UInt64, tried: Int, invariants: [String]) {
            self.mutant = mutant
            self.seed = seed
            self.tried = tried
            self.invariants = invariants
        }
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
        for tried in 1...max(mostSeeds, 1) {
            let found = try await Self.violated(seed: UInt64(tried), mutant, founding: founding, options)
            guard mutant.aim.map(found.contains) ?? !found.isEmpty else { continue }
            let sound = try await Self.violated(seed: UInt64(tried), nil, founding: try await Founding.make(), options)
            guard sound.isEmpty else { continue }
            return Catch(mutant: mutant.name, seed: UInt64(tried), tried: tried, invariants: found)
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
