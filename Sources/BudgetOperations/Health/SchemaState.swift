package import SQLDatabase

/// How a database's tables stand to those that this version knows.
package enum SchemaState: Equatable, Sendable {
    /// There are none of ours.
    case absent
    case current(migrations: Int)
    /// This version brings it up to date as it opens it.
    case older(found: Int, known: Int)
    case newer(found: Int, known: Int)
    /// Newer, but what was added since lets this version go on beside it, as in a rolling upgrade.
    case newerBeside(found: Int, known: Int)
    /// Other migrations than ours, from this position on, which counts from 1.
    case foreign(position: Int)

    init(applied: [String]?) {
        let known = Schema.migrations.map(\.name)
        guard let applied else {
            self = .absent
            return
        }
        let common = zip(applied, known).prefix { $0 == $1 }.count
        switch (applied.count, known.count) {
        case (common, common): self = .current(migrations: common)
        case (common, _): self = .older(found: common, known: known.count)
        case (_, common): self = .newer(found: applied.count, known: common)
        case (_, _): self = .foreign(position: common + 1)
        }
    }
}

extension Database {
    /// Changes nothing.
    package func schemaState() async throws -> SchemaState {
        let state = SchemaState(applied: try await appliedMigrations())
        guard case .newer(let found, let known) = state else { return state }
        do {
            try await checkSchema(knowing: Schema.migrations)
            return .newerBeside(found: found, known: known)
        } catch DatabaseError.newerSchema {
            return state
        }
    }
}
