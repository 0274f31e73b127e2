import BudgetDomain
import Foundation
import SQLDatabase

/// Looks at an SQLite database without touching it.
enum FileExamination {
    static func findings(of file: DatabaseFile, at now: Instant) async -> [Finding] {
        do throws(DatabasePlaceProblem) {
            try file.prepare(.refuse)
        } catch {
            return [Finding("File", error)]
        }
        do {
            let outside = try FileFacts.read(file).findings(of: file)
            return [.sound("File", "\(file.path) is there.")] + outside + (await inside(file, at: now))
        } catch {
            return [Finding("File", error)]
        }
    }

    private static func inside(_ file: DatabaseFile, at now: Instant) async -> [Finding] {
        do {
            let database = try Database.openSQLiteReadOnly(at: file.path)
            let soundness = [try await integrity(of: database), try await log(of: database)]
            return soundness + [try await seal(of: database)]
                + (await StoreExamination.findings(of: database, at: now))
        } catch {
            return [Finding("Database", error)]
        }
    }

    private static func integrity(of database: Database) async throws -> Finding {
        let problems = try await database.integrityProblems()
        guard let first = problems.first else {
            return .sound("Integrity", "Every page, index and reference is right.")
        }
        return .unusable(
            "Integrity", "\(problems.count) problems; the first: \(first)",
            meaning: "The file is damaged: amounts and audit entries may be wrong or missing.",
            cure: "Stop the server, keep this file aside, and restore a backup.")
    }

    private static func log(of database: Database) async throws -> Finding {
        let mode = try await database.journalMode()
        guard mode != "wal" else { return .sound("Log", "Written ahead; a commit is on the disk when it is answered.") }
        return .attention(
            "Log", "The journal mode is “\(mode)”, not “wal”.",
            meaning: "Another program changed it; readers and the writer wait for each other.",
            cure: "Start the server once: it sets it again.")
    }

    private static func seal(of database: Database) async throws -> Finding {
        guard let reason = try await database.sealedBecause() else { return .sound("Open", "Not closed to writing.") }
        let closed = DatabaseError.sealed(reason: reason)
        return .unusable(
            "Open", closed.description, meaning: "This is a copy of what was; every act is refused here.",
            cure: closed.cure)
    }
}
