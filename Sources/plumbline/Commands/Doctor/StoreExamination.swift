import BudgetDomain
import BudgetOperations
import SQLDatabase

/// Looks at the tables and what is in them, on either engine.
enum StoreExamination {
    static func findings(of database: Database, at now: Instant) async -> [Finding] {
        do {
            let schema = schemaFinding(try await database.schemaState())
            guard schema.state < .unusable else { return [schema] }
            let move = moveFinding(try await database.unfinishedMove())
            return [schema] + move + findings(of: try await database.health(at: now), at: now)
        } catch {
            return [Finding("Tables", error)]
        }
    }

    static func schemaFinding(_ state: SchemaState) -> Finding {
        switch state {
        case .current(let migrations):
            return .sound("Tables", "\(migrations) migrations, all that this version knows.")
        case .older(let found, let known):
            return .advice(
                "Tables", "\(found) migrations; this version knows \(known).",
                meaning: "The tables are of an older version, whose servers may still run.",
                cure: "`plumbline migrate` brings them up to date; so does the next start.")
        case .absent:
            return .unusable(
                "Tables", "There are no tables of Plumbline.",
                meaning: "It is an empty database, or another program's.",
                cure: "Check the name. To begin here: `plumbline migrate`.")
        case .newerBeside(let found, let known):
            return .advice(
                "Tables", "\(found) migrations; this version knows \(known), and may work beside them.",
                meaning: "A newer version runs on this database, or did.",
                cure: "Bring this program to that version, too.")
        case .newer(let found, let known):
            return .unusable(
                "Tables", "\(found) migrations; this version knows \(known).",
                meaning: "A newer version wrote it; this one may not understand what it reads.",
                cure: DatabaseError.newerSchema(found: found, known: known).cure)
        case .foreign(let position):
            return .unusable(
                "Tables", "Migration \(position) is not the one that this version knows.",
                meaning: "Another line of versions wrote it.", cure: "Use the version of Plumbline that wrote it.")
        }
    }

    private static func moveFinding(_ source: String?) -> [Finding] {
        guard let source else { return [] }
        let problem = MoveProblem.unfinished(source: source)
        return [
            .unusable(
                "Move", problem.sentence, meaning: "Until the move is finished no command works here.",
                cure: problem.cure)
        ]
    }

    static func findings(of health: StoreHealth, at now: Instant) -> [Finding] {
        [
            .sound("Companies", "\(health.companies)."), calls(health.silent), signIns(health.refused),
            sessions(health.openSessions, at: now), answers(health.unanswered, at: now),
        ]
    }
}
