import Simulation
import Testing

@Suite struct MutantTests {
    @Test func `every mutant has a name of its own and says one sentence`() {
        let names = Mutants.all.map(\.name)

        #expect(Set(names).count == names.count)
        #expect(names.count >= 40)
        for mutant in Mutants.all {
            #expect(mutant.statement.hasSuffix("."), "\(mutant.name)")
            #expect(mutant.statement.first?.isUppercase == true, "\(mutant.name)")
        }
    }

    @Test func `a seed is kept for every mutant`() {
        #expect(MutantCatches.all.map(\.mutant) == Mutants.all.map(\.name))
    }

    @Test func `every invariant finds a mutant, but those that are only second proofs`() {
        let found = Set(MutantCatches.all.flatMap(\.invariants))
        let idle = Invariants.all.map(\.name).filter { !found.contains($0) }

        #expect(idle == MutantCatches.secondProofs)
    }

    @Test(arguments: MutantCatches.all)
    func `the kept seed finds its mutant, and is sound without it`(caught: MutantHunt.Catch) async throws {
        let mutant = try #require(Mutants.named(caught.mutant))
        let planted = try await MutantHunt.violated(
            seed: caught.seed, mutant, founding: try await Founding.make(without: mutant.indexes))
        let sound = try await MutantHunt.violated(seed: caught.seed, nil, founding: try await Founding.make())

        #expect(
            planted == caught.invariants, "plumbline simulate --seed \(caught.seed) --mutant \(mutant.name) --trace")
        #expect(sound == [])
    }
}

extension MutantHunt.Catch: CustomTestStringConvertible {
    package var testDescription: String { mutant }
}
