import ArgumentParser
import BudgetOperations
import SQLDatabase
import Synchronization

/// `plumbline migrate --from … --to …`
struct DatabaseMove {
    let source: DatabaseFile
    let target: DatabaseAddress

    static func source(_ from: String) throws -> DatabaseFile {
        guard case .file(let file) = try DatabaseAddress(from, from: "--from") else {
            throw ValidationError("--from is an SQLite database; a server's is moved with its own tools, as pg_dump.")
        }
        return file
    }

    func run(on terminal: Terminal) async throws -> MoveReport {
        try await refuseForeignFile()
        let from = try await Composition.connect(to: .file(source), whenMissing: .refuse, connections: 1)
        let to = try await Composition.connect(to: target, whenMissing: .make, connections: ConnectionLimit.few)
        let move = Move(
            from: Move.End(from, name: source.canonicalPath), to: Move.End(to, name: nameOfTarget),
            clock: Composition.systemClock)
        let shown = Mutex("")
        return try await move.run { table, _ in
            let isNext = shown.withLock { last in
                defer { last = table }
                return last != table
            }
            if isNext { terminal.progress("Copying \(table) …") }
        }
    }

    /// Opening a file for work changes how it is kept, which another program's file must be spared.
    private func refuseForeignFile() async throws {
        try source.prepare(.refuse)
        let looked = try Database.openSQLiteReadOnly(at: source.path)
        defer { try? looked.close() }  // nothing was written, so nothing can be lost
        guard try await looked.schemaState() == .absent else { return }
        throw MoveProblem.sourceIsNotOurs(source.canonicalPath)
    }

    private var nameOfTarget: String {
        switch target {
        case .file(let file): file.canonicalPath
        case .server: target.description
        }
    }

    static func report(of move: MoveReport) -> Report {
        let table = Table(
            [.text("Table"), .figure("Rows"), .prose("SHA-256 of all rows, on both sides")],
            rows: move.tables.map { [$0.table, String($0.rows), $0.sha256] },
            footer: ["\(move.tables.count) tables", String(move.rows), ""])
        return Report(
            [
                .table(table), .blank,
                "Moved \(move.source) to \(move.target): \(move.rows) rows, \(move.copiedRows) of them by this run.",
                "Both hold the same, by count and digest; the audit chain of every company is whole.",
                "The source is closed: whoever still writes to it is refused. Keep it as a copy, or remove it.",
                "Next: start the servers with PLUMBLINE_DATABASE or --database naming the new one.",
            ], json: MoveJSON(move))
    }
}

struct MoveJSON: Encodable {
    let source: String
    let target: String
    let rows: Int
    let copiedRows: Int
    let tables: [MovedTable]

    struct MovedTable: Encodable {
        let table: String
        let rows: Int
        let sha256: String
    }

    init(_ move: MoveReport) {
        source = move.source
        target = move.target
        rows = move.rows
        copiedRows = move.copiedRows
        tables = move.tables.map { MovedTable(table: $0.table, rows: $0.rows, sha256: $0.sha256) }
    }
}
