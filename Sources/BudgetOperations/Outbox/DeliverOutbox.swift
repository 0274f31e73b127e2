package import BudgetDomain
import Logging
import SQLDatabase

/// A message that this server has claimed: nobody else posts it until the claim ends.
private struct ClaimedMessage: Sendable {
    let company: ID<Company>
    let id: String
    let payload: String
    /// This one included.
    let attempts: Int
}

extension Plumbline {
    static let outboxChannel = "plumbline_outbox"

    /// A tick when messages may be due, from whichever server left them.
    package func outboxWakeUps() throws -> AsyncStream<Void> {
        try database.notifications(on: Self.outboxChannel)
    }

    /// Posts messages that are due, each at least once and by one server at a time. Nothing is due most of the time,
    /// which costs one read.
    /// - Returns: how many it tried; more may be due.
    package func deliverOutbox(as server: ID<RunningServer>, post: @escaping WebhookPost) async throws -> Int {
        guard try await hasDueMessages() else { return 0 }
        let messages = try await claimDueMessages(as: server)
        let failures = await withTaskGroup(of: (any Error)?.self) { group in
            for message in messages {
                group.addTask {
                    do {
                        try await deliver(message, as: server, post)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: []) { failures, failure in failures += failure.map { [$0] } ?? [] }
        }
        if let failure = failures.first { throw failure }
        return messages.count
    }

    private func hasDueMessages() async throws -> Bool {
        let now = clock.now()
        return try await database.read(of: .everyCompany) { tx in
            try tx.row(
                """
                SELECT 1 AS one FROM outbox WHERE delivered_at IS NULL AND attempts < $1 AND due_at <= $2
                AND COALESCE(claimed_until, 0) <= $2 LIMIT 1
                """, [SQLValue(DeliveryRules.mostAttempts), .integer(now.microsecondsSince1970)]) != nil
        }
    }

    /// The attempt is counted with the claim, so a message on which servers die is given up too. The outer conditions
    /// are looked at again by an engine that had to wait for another server's claim.
    private func claimDueMessages(as server: ID<RunningServer>) async throws -> [ClaimedMessage] {
        let now = clock.now()
        return try await database.write(of: .everyCompany) { tx in
            try tx.rows(
                """
                UPDATE outbox SET claimed_by = $1, claimed_until = $2, attempts = attempts + 1
                WHERE delivered_at IS NULL AND attempts < $3 AND COALESCE(claimed_until, 0) <= $4
                AND (company_id, id) IN (
                    SELECT company_id, id FROM (
                        SELECT company_id, id, due_at,
                            ROW_NUMBER() OVER (PARTITION BY company_id ORDER BY due_at, id) AS place
                        FROM outbox WHERE delivered_at IS NULL AND attempts < $3 AND due_at <= $4
                        AND COALESCE(claimed_until, 0) <= $4) due
                    WHERE place <= $5 ORDER BY due_at, company_id, id LIMIT $6)
                RETURNING company_id, id, payload, attempts
                """,
                [
                    .text(server.text),
                    .integer(now.adding(seconds: DeliveryRules.claimSeconds).microsecondsSince1970),
                    SQLValue(DeliveryRules.mostAttempts), .integer(now.microsecondsSince1970),
                    SQLValue(DeliveryRules.messagesOfOneCompany), SQLValue(DeliveryRules.messagesAtOnce),
                ]
            ).map { row in
                ClaimedMessage(
                    company: ID(try row.text(0)), id: try row.text(1), payload: try row.text(2),
                    attempts: try row.int(3))
            }
        }
    }

    private func deliver(
        _ message: ClaimedMessage, as server: ID<RunningServer>, _ post: WebhookPost
    ) async throws {
        guard let webhook = try await storedWebhook(of: message.company) else { return }
        let problem = try await problem(posting: message, to: webhook, post)
        let now = clock.now()
        let again = DeliveryRules.nextAttempt(after: message.attempts, at: now, randomness)
        try await database.write(of: message.company) { tx in
            if let problem {
                try tx.noteFailure(problem, of: message, until: again, by: server)
            } else {
                try tx.noteDelivery(of: message, at: now)
            }
        }
        if let problem {
            log.notice(
                "a webhook did not take a message",
                metadata: [
                    "company": "\(message.company)", "message": "\(message.id)", "attempt": "\(message.attempts)",
                    "problem": "\(problem)",
                ])
        }
    }

    /// - Returns: nil when the receiver took the message.
    private func problem(
        posting message: ClaimedMessage, to webhook: StoredWebhook, _ post: WebhookPost
    ) async throws -> String? {
        var headers = try WebhookSignature.headers(
            id: message.id, at: clock.now(), body: message.payload, secret: webhook.secret)
        headers["content-type"] = "application/json"
        let request = WebhookRequest(url: webhook.url, headers: headers, body: Array(message.payload.utf8))
        do {
            let answer = try await post(request)
            return (200...299).contains(answer.status) ? nil : "It answered with status \(answer.status)."
        } catch let unreachable as WebhookUnreachable {
            return String(unreachable.reason.prefix(200))
        }
    }
}

extension Transaction {
    /// A delivery is a fact, whoever holds the claim by now.
    fileprivate func noteDelivery(of message: ClaimedMessage, at now: Instant) throws {
        try execute(
            """
            UPDATE outbox SET delivered_at = $1, claimed_by = NULL, claimed_until = NULL, last_problem = NULL
            WHERE company_id = $2 AND id = $3 AND delivered_at IS NULL
            """, [.integer(now.microsecondsSince1970), .text(message.company.text), .text(message.id)])
    }

    fileprivate func noteFailure(
        _ problem: String, of message: ClaimedMessage, until due: Instant, by server: ID<RunningServer>
    ) throws {
        try execute(
            """
            UPDATE outbox SET due_at = $1, last_problem = $2, claimed_by = NULL, claimed_until = NULL
            WHERE company_id = $3 AND id = $4 AND claimed_by = $5 AND delivered_at IS NULL
            """,
            [
                .integer(due.microsecondsSince1970), .text(problem), .text(message.company.text), .text(message.id),
                .text(server.text),
            ])
    }
}
