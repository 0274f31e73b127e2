/// How one run of a transaction ended.
enum Outcome<T: Sendable>: Sendable {
    case done(T)
    /// For good: another run would end in the same way.
    case failed(any Error)
    /// Nothing is stored, and another run may succeed.
    case passing(any Error)
    /// There was no connection on which to begin, or to ask what became of an earlier run.
    case notAsked(any Error)
    /// The COMMIT was sent and not answered.
    case commitLost(Unsettled<T>)
}

/// A transaction whose COMMIT was not answered, with what its body came to.
struct Unsettled<T: Sendable>: Sendable {
    let result: T
    let receipt: CommitReceipt
}

extension Outcome {
    /// What the server refused comes before what the body made of it.
    init(_ transaction: PostgreSQLTransaction, _ result: Result<T, any Error>) {
        if let fault = transaction.fault, fault.isPassing {
            self = .passing(fault.error)
        } else {
            switch result {
            case .success(let value): self = transaction.fault.map { .failed($0.error) } ?? .done(value)
            case .failure(let error): self = .failed(error)
            }
        }
    }

    static func ended(by error: any Error) -> Outcome {
        guard let fault = error as? PostgreSQLFault else { return .failed(error) }
        return fault.isPassing ? .passing(fault.error) : .failed(fault.error)
    }
}

/// One run of a reading transaction.
struct ReadAttempt<T: Sendable> {
    private let scope: RowScope
    private let body: (any EngineConnection) throws -> T

    init(_ scope: RowScope, _ body: @escaping (any EngineConnection) throws -> T) {
        self.scope = scope
        self.body = body
    }

    /// The answer is given before the transaction is ended, since its end tells a reader nothing.
    func run(on connection: PostgreSQLConnection, _ settle: (Outcome<T>) -> Void) {
        do {
            let settings = try scope.companySetting(on: connection)
            try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT \(settings)")
        } catch {
            return settle(.ended(by: error))
        }
        let transaction = PostgreSQLTransaction(on: connection)
        settle(Outcome(transaction, Result { try body(transaction) }))
        connection.leaveTransaction()
    }
}

/// One run of a writing transaction.
struct WriteAttempt<T: Sendable> {
    private let scope: RowScope
    private let unsettled: Unsettled<T>?
    private let body: (any EngineConnection) throws -> T

    /// - Parameter unsettled: an earlier run, whose COMMIT may have been stored.
    init(_ scope: RowScope, unsettled: Unsettled<T>?, _ body: @escaping (any EngineConnection) throws -> T) {
        self.scope = scope
        self.unsettled = unsettled
        self.body = body
    }

    func run(on connection: PostgreSQLConnection) -> Outcome<T> {
        defer { connection.waitsForever = false }
        do {
            try begin(on: connection)
            if let unsettled, try isStored(unsettled.receipt, on: connection) { return .done(unsettled.result) }
        } catch {
            connection.leaveTransaction()
            return unsettled == nil ? .ended(by: error) : .notAsked((error as? PostgreSQLFault)?.error ?? error)
        }
        let transaction = PostgreSQLTransaction(on: connection)
        let outcome = Outcome(transaction, Result { try body(transaction) })
        guard case .done(let result) = outcome else {
            connection.leaveTransaction()
            return outcome
        }
        return commit(result, transaction, on: connection)
    }

    /// The lock is taken by the first statement, so every later one sees what the last holder of it committed. A
    /// change of the schema may take as long as it takes.
    private func begin(on connection: PostgreSQLConnection) throws {
        let company = try scope.companySetting(on: connection)
        let lock = try scope.lock(on: connection)
        let limits = scope == .schema ? "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;" : ""
        connection.waitsForever = scope == .schema
        try connection.run("BEGIN ISOLATION LEVEL READ COMMITTED; \(limits) SELECT \(company), \(lock)")
    }

    /// Writes the receipt of the earlier run into this transaction. We hold the lock that the earlier run held, so it
    /// has ended: either its receipt is there, or it never will be.
    private func isStored(_ receipt: CommitReceipt, on connection: PostgreSQLConnection) throws -> Bool {
        do {
            try connection.run("SAVEPOINT receipt; \(receipt.insertion); RELEASE receipt")
            return false
        } catch let fault as PostgreSQLFault where fault.error == CommitReceipt.isThere {
            // Its commit may not have reached the standbys yet. Those that this one waits for have the earlier one too.
            try connection.run("ROLLBACK; \(receipt.renewal)")
            return true
        } catch let fault as PostgreSQLFault where fault.isMissingTable {
            try connection.run("ROLLBACK TO receipt")
            return false
        }
    }

    private func commit(
        _ result: T, _ transaction: PostgreSQLTransaction, on connection: PostgreSQLConnection
    ) -> Outcome<T> {
        let receipt = CommitReceipt()
        do {
            try connection.run(transaction.hasChanged ? "\(receipt.insertion); COMMIT" : "COMMIT")
            return .done(result)
        } catch let fault as PostgreSQLFault where fault.isLostConnection {
            return transaction.hasChanged ? .commitLost(Unsettled(result: result, receipt: receipt)) : .done(result)
        } catch {
            connection.leaveTransaction()
            return .ended(by: error)
        }
    }
}

extension RowScope {
    /// Whose rows the wall lets through, for the length of the transaction.
    fileprivate func companySetting(on connection: PostgreSQLConnection) throws -> String {
        let company =
            switch self {
            // A company's id may come from outside, and this one would be let through to every company's rows.
            case .company("*"): ""
            case .company(let id): id
            case .everyCompany, .schema: "*"
            }
        try SQLValue.text(company).checkFits()
        return "set_config('plumbline.company', \(try connection.literal(company)), true)"
    }

    /// Held until the transaction ends, however it ends. The key is 64 bits of the text's hash: two texts with the same
    /// one would wait for each other without need, and nothing worse.
    fileprivate func lock(on connection: PostgreSQLConnection) throws -> String {
        let text =
            switch self {
            case .company(let id): "plumbline company \(id)"
            case .everyCompany: "plumbline every company"
            case .schema: "plumbline schema"
            }
        return "pg_advisory_xact_lock(hashtextextended(\(try connection.literal(text)), 0))"
    }
}
