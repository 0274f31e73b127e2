import Foundation
import Testing

/// What only a real browser shows: each file `scenes/test_….py`, played in Chromium against the real program.
@Suite(.serialized) struct BrowserTests {
    @Test(
        .enabled(if: BrowserTools.areThere, "Chromium or Playwright is missing: packaging/install-browser.sh"),
        .timeLimit(.minutes(20)))
    func `people do their work in a real browser`() throws {
        let played = try BrowserTools.play()

        #expect(played.status == 0, "\(played.told)")
    }
}

enum BrowserTools {
    struct Played {
        let status: Int32
        /// The end of what Python's test runner told.
        let told: String
    }

    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = repository.appendingPathComponent("Tests/BrowserTests/scenes")
    /// Made by `packaging/install-browser.sh`.
    private static let python = repository.appendingPathComponent(".build-browser/bin/python3")
    /// Where the test runner stands, the program stands too.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("plumbline")
    private static let longestEnd = 12_000

    static var areThere: Bool {
        FileManager.default.isExecutableFile(atPath: python.path)
            && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    }

    static func play() throws -> Played {
        let process = Process()
        process.executableURL = python
        process.arguments = ["-B", "-m", "unittest", "discover", "--verbose", "--start-directory", "."]
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PLUMBLINE_PROGRAM": program.path,
            "PLUMBLINE_EXAMPLES": repository.appendingPathComponent("examples").path,
            "PLUMBLINE_PICTURES": repository.appendingPathComponent(".build-browser/pictures").path,
        ]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Played(status: process.terminationStatus, told: String(decoding: told.suffix(longestEnd), as: UTF8.self))
    }
}
