import Foundation
import Simulation
import Testing

/// `docs/reference/invariants.md`, whose tables are held equal to the code.
@Suite struct InvariantDocumentTests {
    @Test(arguments: Invariant.Group.allCases)
    func `the page lists the invariants of each group`(group: Invariant.Group) throws {
        let rows = Invariants.all.filter { $0.group == group }.map { invariant in
            [invariant.name, invariant.statement, invariant.when == .atEnd ? "at the end" : "every step"]
        }

        try expectTable(
            under: "### \(group.rawValue)", header: ["Invariant", "What always holds", "Checked"], rows: rows)
    }

    @Test func `the page lists the mutants with the seeds that find them`() throws {
        let rows = zip(Mutants.all, MutantCatches.all).map { mutant, caught in
            [mutant.name, mutant.statement, caught.invariants.joined(separator: ", "), "\(caught.seed)"]
        }

        try expectTable(
            under: "## Planted mistakes", header: ["Mutant", "Its mistake", "Found by", "Seed"], rows: rows)
    }

    @Test func `the page lists the faults`() throws {
        try expectTable(under: "## Faults", header: ["Fault"], rows: FaultKind.allCases.map { [$0.rawValue] })
    }

    private func expectTable(under heading: String, header: [String], rows: [[String]]) throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/reference/invariants.md"), encoding: .utf8)
        let lines = page.split(separator: "\n").map(String.init)
        let section = lines.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }
        let table = section.filter { $0.hasPrefix("|") }
        let expected = ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }

        #expect(
            table == expected,
            "under \(heading), docs/reference/invariants.md should say:\n\(expected.joined(separator: "\n"))")
    }
}
