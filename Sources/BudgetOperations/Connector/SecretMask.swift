/// Takes out of a document what lets somebody in: the contents of elements and attributes that are named for a
/// password, a ticket or a secret, as QuickBooks and the Web Connector name them.
///
/// One pass over the bytes, whatever they are: what comes from outside may be no XML at all, and a pattern that tries
/// again at each letter would take hours over one long word.
struct SecretMask {
    private static let secrets = ["password", "ticket", "secret"].map { Array($0.utf8) }
    private static let mask = Array("***".utf8)

    private let bytes: [UInt8]
    private var position = 0
    private var masked: [UInt8] = []
    /// Whether the tag that is being read begins an element with a secret in it.
    private var isInSecretTag = false

    static func masked(_ text: String) -> String {
        var mask = SecretMask(bytes: Array(text.utf8))
        mask.read()
        return String(decoding: mask.masked, as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        masked.reserveCapacity(bytes.count)
    }

    private mutating func read() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "<"):
                copy(1)
                let name = copyName()
                isInSecretTag = Self.isSecret(name) && (byte == UInt8(ascii: ">") || Self.isSpace(byte))
            case UInt8(ascii: ">"):
                copy(1)
                if isInSecretTag { hide(upTo: UInt8(ascii: "<")) }
                isInSecretTag = false
            case _ where Self.isOfName(bytes[position]):
                if Self.isSecret(copyName()) { hideAttribute() }
            default:  // default: any other byte stays
                copy(1)
            }
        }
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func copy(_ count: Int) {
        masked += bytes[position..<position + count]
        position += count
    }

    private mutating func copyName() -> ArraySlice<UInt8> {
        let end = bytes[position...].firstIndex { !Self.isOfName($0) } ?? bytes.count
        let name = bytes[position..<end]
        copy(name.count)
        return name
    }

    /// After a name: `="…"` with space around the sign, or nothing of it.
    private mutating func hideAttribute() {
        var end = position
        func skipSpace() { while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 } }
        func skip(_ wanted: UInt8) -> Bool {
            guard end < bytes.count, bytes[end] == wanted else { return false }
            end += 1
            return true
        }
        skipSpace()
        guard skip(UInt8(ascii: "=")) else { return }
        skipSpace()
        guard skip(UInt8(ascii: "\"")) else { return }
        copy(end - position)
        hide(upTo: UInt8(ascii: "\""))
    }

    /// What is empty stays empty. What has no end is hidden to the end of the text.
    private mutating func hide(upTo end: UInt8) {
        let end = bytes[position...].firstIndex(of: end) ?? bytes.count
        guard end > position else { return }
        masked += Self.mask
        position = end
    }

    private static func isSecret(_ name: ArraySlice<UInt8>) -> Bool {
        let name = name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return name.indices.contains { index in
            secrets.contains { name[index...].starts(with: $0) }
        }
    }

    /// Names of XML, with their prefix.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false  // default: any other byte ends a name
        }
    }

    private static func isSpace(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false  // default: any other byte is something
        }
    }
}
