/// One message on its way to a webhook.
package struct WebhookRequest: Hashable, Sendable {
    package let url: String
    package let headers: [String: String]
    package let body: [UInt8]
}

package struct WebhookAnswer: Hashable, Sendable {
    package let status: Int

    package init(status: Int) {
        self.status = status
    }
}

/// No answer came: a sentence says why.
package struct WebhookUnreachable: Error, Hashable {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

/// Posts a message, follows no redirect, and waits for the answer's status for a bounded time.
/// - Throws: ``WebhookUnreachable``.
package typealias WebhookPost = @Sendable (WebhookRequest) async throws -> WebhookAnswer
