import ArgumentParser
import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksEmulators
import SQLDatabase
import Synchronization
import TestStorage
import Testing

@testable import plumbline

/// Certificates and evidence by the real commands: made from a database, verified without it.
@Suite(.timeLimit(.minutes(10))) struct EvidenceTests {
    @Test(arguments: Storage.shared)
    func `a certificate verifies anywhere, until a cent of it is another`(storage: Storage) async throws {
        let desk = try await Desk(storage)
        let certificate = desk.folder.file("certificate.txt")

        #expect(try await desk.end(of: ["certify", "1001", "--out", certificate] + desk.signed) == 0)
        #expect(try await desk.end(of: ["verify", certificate]) == 0)
        let key = try await desk.output(of: ["certify", "--public-key"] + desk.keyAndDatabase).prefix(64)
        #expect(try await desk.end(of: ["verify", certificate, "--public-key", String(key)]) == 0)
        let other = String(repeating: "0a", count: 32)
        #expect(try await desk.end(of: ["verify", certificate, "--public-key", other]) == 8)

        let text = try String(contentsOfFile: certificate, encoding: .utf8)
        #expect(
            text.contains("\nResult                 equal: QuickBooks held what was approved, for every cost code\n"))
        #expect(text.contains(" 170,249.50 |"))
        for changed in [text.replacing("170,249.50", with: "170,249.51"), text + "\n", text.replacing("|", with: "¦")] {
            try desk.write(changed, to: "changed.txt")
            #expect(try await desk.end(of: ["verify", desk.folder.file("changed.txt")]) == 8)
        }
    }

    @Test(arguments: Storage.shared)
    func `evidence holds together, and no file of it can be changed, removed or added`(
        storage: Storage
    ) async throws {
        let desk = try await Desk(storage)
        let folder = desk.folder.file("evidence")
        let verify = ["verify", "\(folder)/manifest.txt"]

        #expect(try await desk.end(of: ["evidence", "1001", "--out", folder] + desk.signed) == 0)
        #expect(try await desk.end(of: ["evidence", "1001", "--out", folder] + desk.signed) == 5)
        #expect(try await desk.end(of: verify) == 0)
        #expect(try await desk.end(of: ["verify", "\(folder)/certificate.txt"]) == 0)
        #expect(try await desk.end(of: ["verify", "\(folder)/audit-chain.txt"]) == 0)
        let files = try desk.files(in: folder)
        #expect(
            files.map { $0.replacing(/PL[0-9A-Z]{20}/, with: "ID") } == [
                "audit-chain.txt", "audit.txt", "budget.csv", "budget.txt", "certificate.txt", "dry-run.txt",
                "export.txt", "manifest.txt", "qbxml/1-ID-answer.xml", "qbxml/1-ID-request.xml", "read-back.csv",
            ])

        for name in files where name != "manifest.txt" {
            let path = "\(folder)/\(name)"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.appending(" ").write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try await desk.end(of: verify) == 8, "\(name) changed")
            try FileManager.default.removeItem(atPath: path)
            #expect(try await desk.end(of: verify) == 8, "\(name) removed")
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try await desk.end(of: verify) == 0, "\(name) put back")
        }
        try "x".write(toFile: "\(folder)/more.txt", atomically: false, encoding: .utf8)
        #expect(try await desk.end(of: verify) == 8)
    }

    @Test(arguments: Storage.shared)
    func `no password, ticket, secret or key is in a certificate, the evidence, or on the screen`(
        storage: Storage
    ) async throws {
        let desk = try await Desk(storage)
        let secret = try await desk.firm.plumbline.setWebhook(
            try WebhookAddress("https://hooks.acme.example/x"), of: desk.firm.company.id, by: .commandLine
        ).secret
        let folder = desk.folder.file("evidence")
        _ = try await desk.end(of: ["evidence", "1001", "--out", folder] + desk.signed)
        _ = try await desk.end(of: ["certify", "1001", "--json"] + desk.signed)
        _ = try await desk.end(of: ["verify", "--export", desk.folder.file("chain.txt")] + desk.database)

        let canaries = try await desk.canaries() + [secret]
        let written = try desk.files(in: folder).map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
        let texts = written + [try String(contentsOfFile: desk.folder.file("chain.txt"), encoding: .utf8), desk.screen]
        #expect(canaries.count >= 5 && canaries.allSatisfy { $0.count >= 12 })
        for canary in canaries {
            #expect(!texts.contains { $0.contains(canary) }, "\(canary)")
        }
    }
}

/// What the documents tell people to do without our program.
@Suite(.timeLimit(.minutes(10))) struct ByHandTests {
    private static let python = "/usr/bin/python3"

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
    func `the program in the documents verifies an exported chain, and finds a change`() async throws {
        let desk = try await Desk(.file)
        _ = try await desk.end(of: ["verify", "--export", desk.folder.file("chain.txt")] + desk.database)
        let head = try await desk.output(of: ["verify", "--head"] + desk.database)
        let chain = try String(contentsOfFile: desk.folder.file("chain.txt"), encoding: .utf8)
        try desk.write(try Self.program(in: "audit-chain.md"), to: "verify.py")

        #expect(try desk.run(Self.python, "verify.py", "chain.txt") == "holds: \(head)")
        for changed in [
            chain.replacing("budget locked", with: "budget Locked"), chain + "\n", String(chain.dropLast(80)),
            chain.replacing("after 0", with: "after 1"),
        ] {
            try desk.write(changed, to: "changed.txt")
            #expect(try desk.run(Self.python, "verify.py", "changed.txt") == "")
        }
    }

    private static func program(in page: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/reference/\(page)"), encoding: .utf8)
        let parts = text.split(separator: "```python\n")
        return String(try #require(parts.last?.split(separator: "```").first))
    }
}

/// A firm whose budget is in QuickBooks, and the commands over its database.
private final class Desk: Sendable {
    let firm: Firm
    let folder: TemporaryFolder
    private let shown = Mutex("")

    init(_ storage: Storage) async throws {
        firm = try await Firm(storage)
        folder = try TemporaryFolder()
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
    }

    var database: [String] { firm.stored.commandLineOptions }
    var keyAndDatabase: [String] { ["--signing-key", folder.file("key")] + database }
    var signed: [String] { keyAndDatabase + ["--as", "petra@acme.example"] }
    var screen: String { shown.withLock { $0 } }

    func end(of line: [String]) async throws -> Int32 {
        guard let verb = try PlumblineCommand.parseAsRoot(line) as? any Verb else { return -1 }
        let terminal = Terminal(
            width: nil, canAsk: false, showsProgress: false,
            write: { text in self.shown.withLock { $0 += text } },
            writeError: { text in self.shown.withLock { $0 += text } }, readLine: { nil })
        do {
            try await verb.run(on: terminal, in: ProcessEnvironment(values: [:]))
            return 0
        } catch let code as ExitCode {
            return code.rawValue
        }
    }

    func output(of line: [String]) async throws -> String {
        let before = screen.count
        _ = try await end(of: line)
        return String(screen.dropFirst(before))
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder.file(name), atomically: false, encoding: .utf8)
    }

    /// What a program of the folder writes; nothing when it fails.
    func run(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: text, as: UTF8.self) : ""
    }

    func files(in folder: String) throws -> [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.contains(".") }.sorted()
    }

    /// What must never leave: the connector's password and its digest, tickets' digests, and the signing key.
    func canaries() async throws -> [String] {
        let stored = try await firm.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT password_digest FROM connections").map { try $0.text(0) }
                + tx.rows("SELECT ticket_digest FROM connector_sessions").map { try $0.text(0) }
        }
        let key = try String(contentsOfFile: folder.file("key"), encoding: .utf8).split(separator: "\n").last
        return stored + [firm.account.password, String(key ?? "")]
    }
}
