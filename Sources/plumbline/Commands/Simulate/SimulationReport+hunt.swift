import Simulation

extension SimulationReport {
    /// - Parameter catches: by the name of the mutant; those that got away are not among them.
    static func hunt(_ mutants: [Mutant], _ catches: [String: MutantHunt.Catch]) -> Report {
        let caught = mutants.compactMap { catches[$0.name] }
        let escaped = mutants.map(\.name).filter { catches[$0] == nil }
        var blocks: [Report.Block] = [.verbatim(caught.map { "\($0)\n" }.joined()), .blank]
        blocks.append(.line("\(caught.count) of \(mutants.count) planted mistakes were found."))
        if !escaped.isEmpty { blocks.append(.line("Got away: \(escaped.joined(separator: ", ")).")) }
        return Report(
            blocks, json: caught.map(CatchJSON.init), status: escaped.isEmpty ? .done : .failure)
    }
}

struct CatchJSON: Encodable, Sendable {
    let mutant: String
    let seed: UInt64
    let invariants: [String]

    init(_ caught: MutantHunt.Catch) {
        mutant = caught.mutant
        seed = caught.seed
        invariants = caught.invariants
    }
}
