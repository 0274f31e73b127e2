import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// How many companies one pass looks after; the next pass goes on.
    private static let companiesAtOnce = 100
    /// How many rows of one company one pass removes.
    private static let rowsAtOnce = 5_000
    /// A session that was called within this time may still be reading.
    private static let sessionLifeSeconds: Int64 = 60 * 60
    private static let messageLifeSeconds: Int64 = 30 * 24 * 60 * 60
    /// What a session did stays in the log for a year; the requests that wrote in it stay for ever.
    private static let loggedSessionLifeSeconds: Int64 = 365 * 24 * 60 * 60

    /// One pass over what is left behind. Doing it twice, or on two servers at once, removes nothing that is needed.
    /// - Returns: how many rows were removed.
    @discardableResult
    package func keepHouse() async throws -> Int {
        try await database.forgetOldReceipts()
        return try await removeAbandonedCosts() + removeOldMessages() + removeOldConnectorSessions()
            + removeOldSignIns() + removeOldUploads()
    }

    /// Removes something from each company that a statement finds, in a transaction of the company's own.
    ///
    /// - Parameter question: finds the companies, with the moment as `$1` and how many at most as `$2`.
    func remove(
        fromEach question: String, before moment: Instant,
        _ remove: @escaping @Sendable (Transaction, ID<Company>) throws -> Int
    ) async throws -> Int {
        let companies: [ID<Company>] = try await database.read(of: .everyCompany) { tx in
            try tx.rows(question, [.integer(moment.microsecondsSince1970), SQLValue(Self.companiesAtOnce)])
                .map { ID(try $0.text(0)) }
        }
        var removed = 0
        for company in companies {
            removed += try await database.write(of: company) { tx in try remove(tx, company) }
        }
        return removed
    }

    /// Pages of costs whose read never came to its end. A company's own transaction decides which those are: a read
    /// that a session is at is named in that session's state. To find the company takes two seeks, however many lines
    /// it has: is there a read before the one that is shown, or after?
    private func removeAbandonedCosts() async throws -> Int {
        try await remove(
            fromEach: """
                SELECT c.company_id FROM connections c
                WHERE (EXISTS (SELECT 1 FROM job_cost_lines l WHERE l.company_id = c.company_id
                        AND l.read_id < COALESCE(c.costs_read_id, ''))
                    OR EXISTS (SELECT 1 FROM job_cost_lines l WHERE l.company_id = c.company_id
                        AND l.read_id > COALESCE(c.costs_read_id, '')))
                AND NOT EXISTS (SELECT 1 FROM connector_sessions s WHERE s.company_id = c.company_id
                    AND s.closed_at IS NULL AND s.last_call_at > $1)
                ORDER BY c.company_id LIMIT $2
                """, before: clock.now().adding(seconds: -Self.sessionLifeSeconds)
        ) { tx, company in try tx.removeAbandonedCosts(of: company, atMost: Self.rowsAtOnce) }
    }

    private func removeOldMessages() async throws -> Int {
        let oldest = clock.now().adding(seconds: -Self.messageLifeSeconds)
        return try await remove(
            fromEach: """
                SELECT w.company_id FROM webhooks w
                WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.company_id = w.company_id AND o.created_at < $1)
                ORDER BY w.company_id LIMIT $2
                """, before: oldest
        ) { tx, company in
            try tx.execute(
                """
                DELETE FROM outbox WHERE company_id = $1 AND id IN (
                    SELECT id FROM outbox WHERE company_id = $1 AND created_at < $2 LIMIT $3)
                """,
                [.text(company.text), .integer(oldest.microsecondsSince1970), SQLValue(Self.rowsAtOnce)])
        }
    }

    private func removeOldConnectorSessions() async throws -> Int {
        let oldest = clock.now().adding(seconds: -Self.loggedSessionLifeSeconds)
        return try await remove(
            fromEach: """
                SELECT c.company_id FROM connections c
                WHERE EXISTS (SELECT 1 FROM connector_sessions s WHERE s.company_id = c.company_id
                    AND s.opened_at < $1 AND s.closed_at IS NOT NULL)
                ORDER BY c.company_id LIMIT $2
                """, before: oldest
        ) { tx, company in
            try tx.execute(
                """
                DELETE FROM connector_sessions WHERE company_id = $1 AND ticket_digest IN (
                    SELECT ticket_digest FROM connector_sessions
                    WHERE company_id = $1 AND opened_at < $2 AND closed_at IS NOT NULL LIMIT $3)
                """, [.text(company.text), .integer(oldest.microsecondsSince1970), SQLValue(Self.rowsAtOnce)])
        }
    }
}

extension Transaction {
    fileprivate func removeAbandonedCosts(of company: ID<Company>, atMost limit: Int) throws -> Int {
        let states = try rows(
            "SELECT state FROM connector_sessions WHERE company_id = $1 AND closed_at IS NULL", [.text(company.text)]
        ).map { try $0.text(0) }
        let abandoned = try rows(
            """
            SELECT DISTINCT l.read_id FROM job_cost_lines l
            LEFT JOIN connections c ON c.company_id = l.company_id AND c.costs_read_id = l.read_id
            WHERE l.company_id = $1 AND c.company_id IS NULL ORDER BY l.read_id
            """, [.text(company.text)]
        ).map { try $0.text(0) }.filter { read in !states.contains { $0.contains(read) } }

        var removed = 0
        for read in abandoned where removed < limit {
            removed += try execute(
                """
                DELETE FROM job_cost_lines WHERE company_id = $1 AND read_id = $2
                AND (kind, txn_id, txn_line_id) IN (
                    SELECT kind, txn_id, txn_line_id FROM job_cost_lines
                    WHERE company_id = $1 AND read_id = $2 LIMIT $3)
                """, [.text(company.text), .text(read), SQLValue(limit - removed)])
        }
        return removed
    }
}
