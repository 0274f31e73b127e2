/// A GUID as qbXML writes it. QuickBooks may give it back in other letters than it was sent, so the case is one.
package struct ExternalGUID: Hashable, Sendable, CustomStringConvertible {
    /// `{01234567-89ab-cdef-0123-456789abcdef}`.
    package let text: String

    /// Takes a UUID's text with or without braces, in either case; nil for anything else.
    package init?(_ uuid: some StringProtocol) {
        let isInBraces = uuid.hasPrefix("{") && uuid.hasSuffix("}") && uuid.utf8.count == 38
        let bare = isInBraces ? String(uuid.dropFirst().dropLast()) : String(uuid)
        let groups = bare.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
            groups.allSatisfy({ $0.utf8.allSatisfy(Self.isHexDigit) })
        else { return nil }
        text = "{\(bare.lowercased())}"
    }

    package var description: String { text }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false  // default: the other bytes
        }
    }
}
