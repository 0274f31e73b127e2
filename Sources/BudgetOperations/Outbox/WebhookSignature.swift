import BudgetDomain
import Crypto
import FoundationEssentials

/// How a receiver knows that a message is ours: Standard Webhooks, the symmetric scheme
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
enum WebhookSignature {
    private static let prefix = "whsec_"

    /// 24 random bytes, as the specification asks for at least.
    static func newSecret(_ randomness: Randomness) -> String {
        prefix + Data(randomness.bytes(24)).base64EncodedString()
    }

    static func headers(id: String, at now: Instant, body: String, secret: String) throws -> [String: String] {
        guard secret.hasPrefix(prefix), let key = Data(base64Encoded: String(secret.dropFirst(prefix.count))) else {
            throw UnreadableRow(table: "webhooks", column: "secret", value: "")
        }
        let seconds = "\(now.microsecondsSince1970 / 1_000_000)"
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(id).\(seconds).\(body)".utf8), using: SymmetricKey(data: key))
        return [
            "webhook-id": id, "webhook-timestamp": seconds,
            "webhook-signature": "v1," + Data(code).base64EncodedString(),
        ]
    }
}
