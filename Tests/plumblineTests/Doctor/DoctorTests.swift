import ArgumentParser
import BudgetOperations
import Foundation
import SQLDatabase
import TestStorage
import Testing

@testable import plumbline

/// `plumbline doctor`, over real files and a server that is not there.
@Suite struct DoctorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func diagnosis(of database: String) async throws -> Diagnosis {
        let address = try DatabaseAddress(database, from: "--database")
        return Diagnosis(
            of: address.description,
            await Doctor.findings(of: address, connections: 8, at: Composition.systemClock.now()))
    }

    private func makeDatabase(_ name: String) async throws -> Database {
        let file = DatabaseFile(path: folder.file(name))
        return try await Composition.open(.file(file), whenMissing: .make).database
    }

    private func troubles(_ diagnosis: Diagnosis) -> [String] {
        diagnosis.findings.filter { $0.state != .sound }.map(\.check)
    }

    @Test func `a database as it should be`() async throws {
        _ = try await makeDatabase("p")
        let diagnosis = try await diagnosis(of: "sqlite:" + folder.file("p"))

        #expect(
            diagnosis.findings.map(\.check) == [
                "File", "Permissions", "Disk", "Integrity", "Log", "Open", "Tables", "Companies", "Web Connectors",
                "Sign-ins", "Sessions", "Answers",
            ])
        #expect(troubles(diagnosis) == [])
    }

    @Test func `a database that is not there is not made`() async throws {
        let diagnosis = try await diagnosis(of: "sqlite:" + folder.file("p"))

        #expect(troubles(diagnosis) == ["File"])
        #expect(diagnosis.state == .unusable)
        #expect(!DatabaseFile(path: folder.file("p")).isThere)
    }

    @Test func `an empty database stays empty`() async throws {
        _ = try Database.openSQLite(at: folder.file("p"))

        #expect(troubles(try await diagnosis(of: "sqlite:" + folder.file("p"))) == ["Tables"])
        #expect(try await Database.openSQLite(at: folder.file("p")).appliedMigrations() == nil)
    }

    @Test func `a file that others may read`() async throws {
        _ = try await makeDatabase("p")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("p"))
        let diagnosis = try await diagnosis(of: "sqlite:" + folder.file("p"))

        #expect(troubles(diagnosis) == ["Permissions"])
        #expect(
            diagnosis.findings[1]
                == .attention(
                    "Permissions", "Folder 0700, file 0640.",
                    meaning: "Other users of this machine can reach budgets and digests of passwords.",
                    cure: "chmod 700 \(folder.path); chmod 600 \(folder.file("p"))*"))
    }

    @Test func `something else than a database`() async throws {
        let text = String(repeating: "This is not a database. ", count: 50)
        try text.write(toFile: folder.file("p"), atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file("p"))
        let diagnosis = try await diagnosis(of: "sqlite:" + folder.file("p"))

        #expect(troubles(diagnosis) == ["Database"])
        #expect(diagnosis.findings.last?.cure == "If this is the right file, stop the server and restore a backup.")
        #expect(try String(contentsOfFile: folder.file("p"), encoding: .utf8) == text)
    }

    @Test func `a closed database`() async throws {
        try await makeDatabase("p").write(of: .schema) { try $0.seal(because: "All went to db.") }
        let diagnosis = try await diagnosis(of: "sqlite:" + folder.file("p"))

        #expect(troubles(diagnosis) == ["Open"])
        #expect(diagnosis.findings.first { $0.check == "Open" }?.found == "All went to db.")
    }

    @Test func `a page that is damaged`() async throws {
        // A copy, since the pages of a database in use may still stand in its log alone.
        try await makeDatabase("p").backup(to: folder.file("copy"))
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file("copy")))
        try file.seek(toOffset: 5 * 4_096)
        try file.write(contentsOf: Data(repeating: 0x78, count: 4_096))
        try file.close()
        let diagnosis = try await diagnosis(of: "sqlite:" + folder.file("copy"))

        #expect(diagnosis.state == .unusable)
        #expect(diagnosis.findings.last?.check == "Database")
        #expect(
            diagnosis.findings.last?.cure == "If this is the right file, stop the server and restore a backup.")
    }

    @Test func `a server that does not answer`() async throws {
        let diagnosis = try await diagnosis(of: "postgres://ann:secret@127.0.0.1:1/p")

        #expect(diagnosis.database == "postgresql://ann@127.0.0.1:1/p")
        #expect(troubles(diagnosis) == ["Connection"])
        #expect(
            diagnosis.findings[0].cure
                == "Nothing was stored. Check the host, the port and the network, and that PostgreSQL runs there.")
        #expect(try !JSONText.of(diagnosis).contains("secret"))
    }

    @Test func `a name that nobody knows`() async throws {
        let diagnosis = try await diagnosis(of: "postgres://ann@no-such-host.invalid/p")

        #expect(troubles(diagnosis) == ["Connection"])
        #expect(diagnosis.findings[0].found.contains("no-such-host.invalid"))
    }
}
