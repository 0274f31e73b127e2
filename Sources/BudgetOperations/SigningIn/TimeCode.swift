import Crypto

/// Codes of six digits that change every 30 seconds (RFC 6238 over RFC 4226, with HMAC-SHA-1: what every authenticator
/// app knows).
enum TimeCode {
    static let periodSeconds: Int64 = 30
    static let digits = 6
    /// A telephone's clock may be a period off.
    private static let window: Int64 = 1

    static func step(at secondsSince1970: Int64) -> Int64 { secondsSince1970 / periodSeconds }

    static func code(secret: [UInt8], step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(hash[hash.count - 1] & 15)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is: later than the last one that was used, so that nobody who saw a code uses it again.
    static func step(of code: String, secret: [UInt8], at now: Int64, after last: Int64) -> Int64? {
        let current = step(at: now)
        return (current - window...current + window).first { step in
            step > last && SameText.areEqual(Self.code(secret: secret, step: step), code)
        }
    }
}
