package import BudgetDomain
import SQLDatabase

/// A company's webhook, with the secret that signs what is posted to it. The secret is kept as it is, since a digest
/// of it could not sign.
struct StoredWebhook: Sendable {
    let url: String
    let secret: String
    let setAt: Instant
}

/// A company's webhook as people see it.
package struct Webhook: Hashable, Sendable {
    package let url: String
    package let setAt: Instant
}

/// A webhook that was just set, with its secret, which is shown this once.
package struct NewWebhook: Hashable, Sendable {
    package let webhook: Webhook
    package let secret: String
}

extension Plumbline {
    /// Sets the company's webhook, in place of the one that it had. What waits goes to the new address; the old secret
    /// signs nothing any more.
    package func setWebhook(
        _ address: WebhookAddress, of companyID: ID<Company>, by actor: Actor
    ) async throws -> NewWebhook {
        let now = clock.now()
        let secret = WebhookSignature.newSecret(randomness)
        return try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: .configureERP, in: companyID)
            let company = try tx.company(companyID)
            try tx.execute(
                """
                INSERT INTO webhooks (company_id, url, secret, set_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (company_id) DO UPDATE SET url = excluded.url, secret = excluded.secret,
                    set_at = excluded.set_at
                """,
                [
                    .text(companyID.text), .text(address.text), .text(secret), .integer(now.microsecondsSince1970),
                ])
            try tx.audit(
                .webhookSet, on: "company \(company.name)", by: actor, details: [("address", address.text)],
                in: companyID, at: now)
            return NewWebhook(webhook: Webhook(url: address.text, setAt: now), secret: secret)
        }
    }

    /// Removes the webhook and every message to it, delivered or not.
    package func removeWebhook(of companyID: ID<Company>, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: .configureERP, in: companyID)
            let company = try tx.company(companyID)
            guard let webhook = try tx.storedWebhook(of: companyID) else { throw Refused(.noWebhook) }
            try tx.execute("DELETE FROM outbox WHERE company_id = $1", [.text(companyID.text)])
            try tx.execute("DELETE FROM webhooks WHERE company_id = $1", [.text(companyID.text)])
            try tx.audit(
                .webhookRemoved, on: "company \(company.name)", by: actor, details: [("address", webhook.url)],
                in: companyID, at: now)
        }
    }

    package func webhook(of company: ID<Company>) async throws -> Webhook {
        guard let stored = try await storedWebhook(of: company) else { throw Refused(.noWebhook) }
        return Webhook(url: stored.url, setAt: stored.setAt)
    }

    func storedWebhook(of company: ID<Company>) async throws -> StoredWebhook? {
        try await database.read(of: company) { tx in try tx.storedWebhook(of: company) }
    }
}

extension Transaction {
    func storedWebhook(of company: ID<Company>) throws -> StoredWebhook? {
        try row("SELECT url, secret, set_at FROM webhooks WHERE company_id = $1", [.text(company.text)]).map { row in
            StoredWebhook(
                url: try row.text(0), secret: try row.text(1),
                setAt: Instant(microsecondsSince1970: try row.integer(2)))
        }
    }
}
