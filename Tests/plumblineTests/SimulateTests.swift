import ArgumentParser
import Testing

@testable import plumbline

@Suite struct SimulateTests {
    private let screen = RecordedTerminal()

    private func run(_ arguments: String...) async throws {
        try await Simulate.parse(arguments).run(on: screen.terminal)
    }

    @Test func `a life with its trace ends with what it came to`() async throws {
        try await run("--seed", "3", "--steps", "30", "--trace")

        let lines = screen.output.split(separator: "\n")
        #expect(lines.first?.contains("seed 3") == true)
        #expect(lines.last?.hasSuffix("accepted exports ended synced.") == true)
    }

    @Test func `many lives say how often each fault struck and that nothing was violated`() async throws {
        try await run("--seeds", "4", "--steps", "30", "--tasks", "2")

        #expect(screen.output.hasPrefix("4 lives in "))
        #expect(screen.output.contains("call lost before the server"))
        #expect(screen.output.hasSuffix("No invariant was violated.\n"))
    }

    @Test func `a schedule is lived alone`() async throws {
        try await run("--schedule", "12:answerLost")

        #expect(screen.output.hasSuffix("2 of 2 accepted exports ended synced.\n"))
    }

    @Test(arguments: [["--seeds", "0"], ["--mutant", "none"], ["--schedule", "never"], ["--tasks", "0"]])
    func `what makes no sense is refused`(arguments: [String]) {
        #expect(throws: (any Error).self) { try Simulate.parse(arguments) }
    }
}
