package import SQLDatabase
import Synchronization

/// Whether this server may still work: a newer one may have changed the schema to what this one does not know.
package final class SchemaWatch: Sendable {
    private let problem = Mutex<DatabaseError?>(nil)

    package init() {}

    /// Why the server takes no work any more; nil while it does.
    package var stopSentence: String? {
        guard overtakenBy != nil else { return nil }
        return """
            A newer version of Plumbline has changed the database, so this server takes no more work. Nothing is \
            lost: the newer servers go on where this one stopped.
            """
    }

    package var overtakenBy: DatabaseError? { problem.withLock { $0 } }

    /// Looks at the schema. Once overtaken, a server stays so.
    /// - Returns: whether the server may go on.
    /// - Throws: when the database cannot be asked, which says nothing about its schema.
    package func look(at plumbline: Plumbline) async throws -> Bool {
        do {
            try await plumbline.database.checkSchema(knowing: Schema.migrations)
        } catch let error as DatabaseError where error.isAboutTheSchema {
            problem.withLock { $0 = error }
        }
        return overtakenBy == nil
    }
}

extension DatabaseError {
    fileprivate var isAboutTheSchema: Bool {
        if case .newerSchema = self { return true }
        if case .migrationsDiffer = self { return true }
        return false
    }
}
