import Foundation
import SQLDatabase
import TestStorage
import Testing

/// What holds of a database file whatever happens to the process or the machine.
@Suite struct SQLiteFileTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("notes.sqlite")
    }

    @Test func `the writer syncs every commit, checks references and keeps a write-ahead log`() async throws {
        let database = try Database.openSQLite(at: path)

        let settings = try await database.write(of: ann) { transaction in
            try ["synchronous", "foreign_keys", "journal_mode"].map { try transaction.row("PRAGMA \($0)")?.values }
        }

        let full: SQLValue = 2
        #expect(settings == [[full], [1], ["wal"]])
    }

    @Test func `the file and its log are readable by their owner only`() async throws {
        let database = try Database.openSQLite(at: path)
        try await database.migrate(Notes.migrations)

        let modes = try ["", "-wal", "-shm"].map { suffix in
            try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions] as? Int
        }

        #expect(modes == [0o600, 0o600, 0o600])
    }

    @Test func `what was written is there after closing and opening again`() async throws {
        let first = try Database.openSQLite(at: path)
        try await first.migrate(Notes.migrations)
        try await first.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "kept", 1, "done"]) }
        try first.close()

        let second = try Database.openSQLite(at: path)
        try await second.migrate(Notes.migrations)

        #expect(try await titles(second) == ["kept"])
        await #expect(throws: (any Error).self) { try await titles(first) }
    }

    @Test func `the files of a process that dies in a transaction open whole, without that transaction`() async throws {
        let database = try Database.openSQLite(at: path)
        try await database.migrate(Notes.migrations)
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "answered", 1, "done"]) }
        let dead = folder.file("dead.sqlite")

        try await database.write(of: ann) { [path] transaction in
            try transaction.execute(Notes.insert, ["b", "ann", "never answered", 1, "done"])
            try FileManager.default.copyItem(atPath: path, toPath: dead)
            try FileManager.default.copyItem(atPath: path + "-wal", toPath: dead + "-wal")
        }

        let reopened = try Database.openSQLite(at: dead)
        #expect(try await titles(reopened) == ["answered"])
        #expect(try await reopened.integrityProblems() == [])
    }

    @Test func `a log cut in the middle of a commit loses that commit and nothing before it`() async throws {
        let database = try Database.openSQLite(at: path)
        try await database.migrate(Notes.migrations)
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "before", 1, "done"]) }
        let whole = try Data(contentsOf: URL(filePath: path + "-wal")).count
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["b", "ann", "cut", 1, "done"]) }
        let dead = folder.file("dead.sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: dead)
        let log = try Data(contentsOf: URL(filePath: path + "-wal"))
        try log.prefix(whole + 100).write(to: URL(filePath: dead + "-wal"))

        let reopened = try Database.openSQLite(at: dead)

        #expect(try await titles(reopened) == ["before"])
        #expect(try await reopened.integrityProblems() == [])
    }

    @Test func `a backup is a whole database of its own`() async throws {
        let database = try Database.openSQLite(at: path)
        try await database.migrate(Notes.migrations)
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "before", 1, "done"]) }
        let copy = folder.file("copy.sqlite")

        try await database.backup(to: copy)
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["b", "ann", "after", 1, "done"]) }

        let restored = try Database.openSQLite(at: copy)
        #expect(try await titles(restored) == ["before"])
        #expect(try await restored.integrityProblems() == [])
        await #expect(throws: DatabaseError.cannotOpen(path: copy, reason: "there is already a file")) {
            try await database.backup(to: copy)
        }
    }

    @Test func `a broken reference is found by the check`() async throws {
        let database = try Database.openSQLite(at: path)
        try await database.migrate([
            Migration(
                "orphans",
                [
                    "CREATE TABLE parent (id TEXT PRIMARY KEY)",
                    "CREATE TABLE child (parent_id TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)",
                ])
        ])

        await #expect(throws: DatabaseError.foreignKeyViolation) {
            try await database.write(of: ann) { try $0.execute("INSERT INTO child VALUES ('nobody')") }
        }
        let problems = try await database.write(of: ann) { transaction in
            try transaction.execute("INSERT INTO child VALUES ('nobody')")
            let problems = try transaction.rows("PRAGMA foreign_key_check").map { try $0.text("parent") }
            try transaction.execute("DELETE FROM child")
            return problems
        }
        #expect(problems == ["parent"])
    }

    @Test func `a folder that does not exist, a folder itself and another file are refused with the reason`() throws {
        let missing = folder.file("none/notes.sqlite")
        #expect(throws: DatabaseError.cannotOpen(path: missing, reason: "No such file or directory")) {
            try Database.openSQLite(at: missing)
        }
        #expect(throws: DatabaseError.cannotOpen(path: folder.path, reason: "unable to open database file")) {
            try Database.openSQLite(at: folder.path)
        }
        try Data("Sub Job,Cost Code Tier 1,Cost Code Tier 2".utf8).write(to: URL(filePath: path))
        #expect(throws: DatabaseError.corrupt(message: "file is not a database")) {
            try Database.openSQLite(at: path)
        }
    }

    private func titles(_ database: Database) async throws -> [String] {
        try await database.read(of: ann) { transaction in
            try transaction.rows("SELECT title FROM note ORDER BY title").map { try $0.text(0) }
        }
    }
}
