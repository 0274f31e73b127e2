/// What a form of this site carries and a form of another site cannot know: made from a secret that the browser keeps.
///
/// It is written in two halves, a mask and the token under the mask, and with another mask each time: pages are sent
/// compressed, and the lengths of many of them would tell a text that is always the same (the BREACH attack).
package enum FormToken {
    /// As many bytes as the token has.
    package static let maskLength = 32

    /// - Parameter mask: unpredictable, and `maskLength` long.
    package static func of(secret: String, mask: [UInt8]) -> String {
        Digest.hexadecimal(mask + zip(plain(secret), mask).map { $0 ^ $1 })
    }

    package static func isOf(secret: String, _ token: String) -> Bool {
        let bytes = Digest.bytes(ofHexadecimal: token)
        guard bytes.count == 2 * maskLength else { return false }
        let said = zip(bytes.prefix(maskLength), bytes.suffix(maskLength)).map { $0 ^ $1 }
        return SameText.areEqual(Digest.hexadecimal(plain(secret)), Digest.hexadecimal(said))
    }

    private static func plain(_ secret: String) -> [UInt8] {
        Digest.bytes(ofHexadecimal: Digest.sha256("form\n\(secret)"))
    }
}
