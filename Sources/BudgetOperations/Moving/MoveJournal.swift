import BudgetDomain
import SQLDatabase

/// What the target knows of the move into it: one row in a table that only a move makes. How far the move has come is
/// told by the moved rows themselves, which come in the order of their keys.
enum MoveState: String {
    case copying
    /// The source changed, or a row did not arrive as it left: what is there is thrown away by the next attempt.
    case stale
    case finished
}

extension Transaction {
    private static let journal = "database_moves"

    func makeMoveJournal() throws {
        try executeSchema(
            """
            CREATE TABLE IF NOT EXISTS \(Self.journal) (
                source TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, started_at BIGINT NOT NULL, finished_at BIGINT)
            """)
    }

    /// The move that fills this database, or filled it; nil when there never was one.
    func move() throws -> (source: String, state: MoveState)? {
        guard try hasTable(Self.journal), let row = try row("SELECT source, state FROM \(Self.journal)") else {
            return nil
        }
        let text = try row.text("state")
        guard let state = MoveState(rawValue: text) else {
            throw UnreadableRow(table: Self.journal, column: "state", value: text)
        }
        return (try row.text("source"), state)
    }

    /// In place of what is known of an earlier move, which was finished and left nothing.
    func beginMove(of source: String, at now: Instant) throws {
        try execute("DELETE FROM \(Self.journal)")
        try execute(
            "INSERT INTO \(Self.journal) (source, state, started_at) VALUES ($1, $2, $3)",
            [.text(source), .text(MoveState.copying.rawValue), .integer(now.microsecondsSince1970)])
    }

    func setMove(_ state: MoveState, at now: Instant) throws {
        let end: Int64? = state == .finished ? now.microsecondsSince1970 : nil
        try execute(
            "UPDATE \(Self.journal) SET state = $1, finished_at = $2", [.text(state.rawValue), SQLValue(end)])
    }
}

extension Database {
    /// The source of a move into this database that was begun and not finished: whoever worked on it would work on a
    /// part of the rows.
    package func unfinishedMove() async throws -> String? {
        try await read(of: .schema) { tx in
            try tx.move().flatMap { $0.state == .finished ? nil : $0.source }
        }
    }
}
