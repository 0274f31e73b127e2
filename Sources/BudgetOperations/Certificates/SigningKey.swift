import Crypto
import FoundationEssentials

/// The installation's key for certificates and evidence: an Ed25519 key (RFC 8032). It is kept in a file of its own,
/// never in the database, a log or a backup of the database; so nothing here describes or encodes it but ``fileText``.
package struct SigningKey: Sendable, CustomStringConvertible {
    private let seed: [UInt8]
    private let key: Curve25519.Signing.PrivateKey

    package static func make(with randomness: Randomness) throws -> SigningKey {
        try SigningKey(seed: randomness.bytes(32))
    }

    private init(seed: [UInt8]) throws {
        self.seed = seed
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    }

    private static let firstLine = "plumbline signing key 1\n"

    /// For the key's own file alone.
    package var fileText: String { Self.firstLine + Digest.hexadecimal(seed) + "\n" }

    /// Nil for a text that is no key's.
    package init?(fileText: String) {
        guard fileText.utf8.starts(with: Self.firstLine.utf8) else { return nil }
        let bytes = Digest.bytes(ofHexadecimal: fileText.dropFirst(Self.firstLine.count).filter { $0 != "\n" })
        guard bytes.count == 32, let key = try? SigningKey(seed: bytes), key.fileText == fileText else { return nil }
        self = key
    }

    package var publicKey: PublicKey { PublicKey(bytes: [UInt8](key.publicKey.rawRepresentation)) }

    package var description: String { "the signing key of \(publicKey.fingerprint)" }

    func signature(of bytes: [UInt8]) throws -> [UInt8] { [UInt8](try key.signature(for: Data(bytes))) }
}

/// By which a signature is verified. It may be known to everybody; what counts is that it comes from the firm.
package struct PublicKey: Hashable, Sendable {
    private let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// 64 digits of lower-case hexadecimal.
    package var text: String { Digest.hexadecimal(bytes) }

    /// Nil for anything but ``text``.
    package init?(text: String) {
        let bytes = Digest.bytes(ofHexadecimal: text)
        guard bytes.count == 32 else { return nil }
        self.init(bytes: bytes)
    }

    /// SHA-256 of the key, to be read aloud: the first 16 bytes in groups of four digits.
    package var fingerprint: String {
        let digits = Array(Digest.sha256(bytes).prefix(32))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
    }

    func signed(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else { return false }
        return key.isValidSignature(Data(signature), for: Data(bytes))
    }
}
