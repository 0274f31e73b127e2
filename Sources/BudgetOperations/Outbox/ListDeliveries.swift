package import BudgetDomain
import SQLDatabase

/// One message to a company's webhook, and what became of it.
package struct WebhookDelivery: Hashable, Sendable {
    package let id: String
    package let topic: String
    package let sentence: String
    package let createdAt: Instant
    package let attempts: Int
    package let standing: Standing
    package let lastProblem: String?

    package enum Standing: Hashable, Sendable {
        case waits(until: Instant)
        /// A server has it in hand until then.
        case claimed(until: Instant)
        case delivered(at: Instant)
        case givenUp
    }
}

extension Plumbline {
    /// The most messages that one reading answers.
    package static let mostWebhookDeliveries = 500

    /// The company's newest messages.
    package func webhookDeliveries(
        of company: ID<Company>, limit: Int, by actor: Actor
    ) async throws -> [WebhookDelivery] {
        let now = clock.now()
        return try await database.read(of: company) { tx in
            _ = try tx.actor(actor, mayDo: .configureERP, in: company)
            guard try tx.storedWebhook(of: company) != nil else { throw Refused(.noWebhook) }
            return try tx.rows(
                """
                SELECT id, topic, payload, created_at, attempts, due_at, claimed_until, delivered_at, last_problem
                FROM outbox WHERE company_id = $1 ORDER BY created_at DESC, id LIMIT $2
                """,
                [.text(company.text), SQLValue(min(max(limit, 0), Self.mostWebhookDeliveries))]
            ).map { try WebhookDelivery($0, at: now) }
        }
    }
}

extension WebhookDelivery {
    fileprivate init(_ row: Row, at now: Instant) throws {
        let instant = { (column: Row.Column) in
            try row.optionalInteger(column).map(Instant.init(microsecondsSince1970:))
        }
        id = try row.text("id")
        topic = try row.text("topic")
        sentence = try StoredText.decode(ExportMessage.self, from: row.text("payload")).sentence
        createdAt = Instant(microsecondsSince1970: try row.integer("created_at"))
        attempts = try row.int("attempts")
        lastProblem = try row.optionalText("last_problem")
        if let delivered = try instant("delivered_at") {
            standing = .delivered(at: delivered)
        } else if let claimed = try instant("claimed_until"), claimed > now {
            standing = .claimed(until: claimed)
        } else if attempts >= DeliveryRules.mostAttempts {
            standing = .givenUp
        } else {
            standing = .waits(until: Instant(microsecondsSince1970: try row.integer("due_at")))
        }
    }
}
