internal import SQLDatabase

/// What committed transactions did to the rows that the invariants are about, one after the other.
///
/// Triggers of the simulated database write it inside the transaction itself: nothing between two checks is missed,
/// nothing that was rolled back is in it, and it does not depend on the words of the product's statements.
enum Journal {
    static func install(on engine: SerialSQLiteEngine) async throws {
        try await engine.write(.schema) { connection in
            try connection.executeSchema(
                """
                CREATE TEMP TABLE journal (
                    position INTEGER PRIMARY KEY, kind TEXT NOT NULL, company TEXT NOT NULL, subject TEXT NOT NULL,
                    old TEXT NOT NULL, new TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL)
                """)
            for trigger in JournalTriggers.all { try connection.executeSchema(trigger) }
        }
    }

    /// Forgets what was noted: the rows have just been put in place as a whole.
    static func clear(_ engine: SerialSQLiteEngine) async throws {
        _ = try await engine.write(.schema) { try $0.execute("DELETE FROM temp.journal", []) }
    }

    /// What was noted since the last time.
    static func take(from engine: SerialSQLiteEngine) async throws -> [JournalEntry] {
        let rows = try await engine.read(.everyCompany) { connection in
            try connection.rows(
                "SELECT kind, company, subject, old, new, number, text FROM temp.journal ORDER BY position", [])
        }
        guard !rows.isEmpty else { return [] }
        try await clear(engine)
        return try rows.compactMap { try JournalEntry($0) }
    }
}
