import SQLDatabase
import Synchronization

/// Whether this server may still work on its database: a newer server may have changed the schema to what this one does
/// not know, everything may have been moved away, or another database may be on its way into this one.
package final class SchemaWatch: Sendable {
    private let problem = Mutex<(any Error)?>(nil)

    package init() {}

    /// Why the server takes no work any more, for whoever calls it; nil while it does. Names no other database, since
    /// that is no caller's business.
    package var stopSentence: String? {
        guard let problem = overtakenBy else { return nil }
        if problem is MoveProblem {
            return """
                Another database is being moved into this server's own, so this server takes no work before that is \
                done and it is started again.
                """
        }
        if let problem = problem as? DatabaseError, case .sealed = problem {
            return """
                Everything was moved to another database, so this server takes no more work. Nothing is lost: the \
                servers on the other database go on where this one stopped.
                """
        }
        return """
            A newer version of Plumbline has changed the database, so this server takes no more work. Nothing is \
            lost: the newer servers go on where this one stopped.
            """
    }

    /// ``DatabaseError/newerSchema(found:known:)``, ``DatabaseError/migrationsDiffer(position:recorded:known:)``,
    /// ``DatabaseError/sealed(reason:)`` or ``MoveProblem/unfinished(source:)``.
    package var overtakenBy: (any Error)? { problem.withLock { $0 } }

    /// Looks at the database. Once overtaken, a server stays so.
    /// - Returns: whether the server may go on.
    /// - Throws: when the database cannot be asked, which says nothing about its schema.
    package func look(at plumbline: Plumbline) async throws -> Bool {
        if overtakenBy != nil { return false }
        let database = plumbline.database
        do {
            try await database.checkSchema(knowing: Schema.migrations)
            if let reason = try await database.sealedBecause() { throw DatabaseError.sealed(reason: reason) }
            if let source = try await database.unfinishedMove() { throw MoveProblem.unfinished(source: source) }
        } catch let error as DatabaseError where error.endsWork {
            problem.withLock { $0 = error }
        } catch let error as MoveProblem {
            problem.withLock { $0 = error }
        }
        return overtakenBy == nil
    }
}

extension DatabaseError {
    fileprivate var endsWork: Bool {
        if case .newerSchema = self { return true }
        if case .migrationsDiffer = self { return true }
        if case .sealed = self { return true }
        return false
    }
}
