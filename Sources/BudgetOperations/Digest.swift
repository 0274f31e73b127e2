import Crypto

/// SHA-256 in lower-case hexadecimal.
package enum Digest {
    static func sha256(_ text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

    package static func sha256(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(SHA256.hash(data: Array(bytes))) }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether this is what ``hexadecimal(_:)`` writes for 32 bytes.
    static func isSHA256(_ text: String) -> Bool { bytes(ofHexadecimal: text).count == 32 }

    /// None for anything but lower-case hexadecimal, so that one value has one text.
    static func bytes(ofHexadecimal text: String) -> [UInt8] {
        let digits = text.utf8.map { digit -> UInt8? in
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            default: nil  // default: any other byte is no digit
            }
        }
        let values = digits.compactMap(\.self)
        guard values.count == digits.count, values.count.isMultiple(of: 2) else { return [] }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
