/// A text with three lines below it: its digest, the key, and the signature over all that stands before the signature.
/// Every byte of it counts: a text with one byte more, less or other is none.
package struct SignedText: Sendable {
    /// What was signed, without the three lines.
    package let body: String
    package let key: PublicKey
    /// All of it.
    package let text: String

    private static let digestWord = "sha256 "
    private static let keyWord = "key ed25519 "
    private static let signatureWord = "signature ed25519 "

    /// - Parameter body: ends with a line feed.
    package init(signing body: String, with key: SigningKey) throws {
        self.body = body
        self.key = key.publicKey
        let signed = body + "\(Self.digestWord)\(Digest.sha256(body))\n\(Self.keyWord)\(key.publicKey.text)\n"
        let signature = try key.signature(of: Array(signed.utf8))
        text = signed + "\(Self.signatureWord)\(Digest.hexadecimal(signature))\n"
    }

    /// - Throws: the first thing that is wrong.
    package init(verifying bytes: [UInt8]) throws(SignedTextFault) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
        var rest = Array(text.utf8)[...]
        guard let signature = Self.takeLast(Self.signatureWord, from: &rest, digits: 128) else { throw .noSignature }
        let signed = Array(rest)
        guard let keyText = Self.takeLast(Self.keyWord, from: &rest, digits: 64), let key = PublicKey(text: keyText),
            let digest = Self.takeLast(Self.digestWord, from: &rest, digits: 64)
        else { throw .noSignature }
        guard Digest.sha256(rest) == digest else { throw .digestDiffers }
        guard key.signed(Digest.bytes(ofHexadecimal: signature), of: signed) else { throw .signatureDiffers }
        body = String(decoding: rest, as: UTF8.self)
        self.key = key
        self.text = text
    }

    /// The hexadecimal after the word on the last line, which is taken off.
    private static func takeLast(_ word: String, from rest: inout ArraySlice<UInt8>, digits: Int) -> String? {
        let length = word.utf8.count + digits + 1
        let line = rest.suffix(length)
        guard line.count == length, line.last == UInt8(ascii: "\n"), line.starts(with: word.utf8) else { return nil }
        let text = String(decoding: line.dropFirst(word.utf8.count).dropLast(), as: UTF8.self)
        guard Digest.bytes(ofHexadecimal: text).count * 2 == digits else { return nil }
        let before = rest.dropLast(length)
        guard before.last == UInt8(ascii: "\n") else { return nil }
        rest = before
        return text
    }
}

/// Why a text is not what somebody signed.
package enum SignedTextFault: Error, Hashable, Sendable {
    case notText
    case noSignature
    case digestDiffers
    case signatureDiffers
    /// Signed, but not by the key that was demanded.
    case otherKey(fingerprint: String)
    /// Signed as it is, but not in the form that this version writes.
    case formUnknown

    package var sentence: String {
        switch self {
        case .notText: "The file is not text in UTF-8."
        case .noSignature: "The file does not end with a digest, a key and a signature, as it was written."
        case .digestDiffers: "The text is not the one that the digest was made of: something in it was changed."
        case .signatureDiffers: "The signature was not made of this text with this key: something was changed."
        case .otherKey(let fingerprint):
            "The signature holds, but is that of another key, with the fingerprint \(fingerprint)."
        case .formUnknown: "The signature holds, but the text is none that this version of Plumbline writes."
        }
    }
}
