/// A value that is the text of one element or attribute.
protocol WireScalar: Sendable, Hashable {
    /// Nil if the text is not of this format. The text has no surrounding whitespace.
    init?(wire: UnsafeBufferPointer<UInt8>)
    var wire: String { get }
}

extension String: WireScalar {
    init?(wire: UnsafeBufferPointer<UInt8>) { self.init(decoding: wire, as: UTF8.self) }
    var wire: String { self }
}

extension Bool: WireScalar {
    init?(wire: UnsafeBufferPointer<UInt8>) {
        switch String(decoding: wire, as: UTF8.self) {
        case "true", "1": self = true
        case "false", "0": self = false
        case _: return nil
        }
    }

    var wire: String { self ? "true" : "false" }
}

extension Int: WireScalar {
    init?(wire: UnsafeBufferPointer<UInt8>) { self.init(String(decoding: wire, as: UTF8.self)) }
    var wire: String { String(self) }
}

/// An enumeration whose raw values are the words of qbXML.
protocol WireWord: WireScalar, RawRepresentable where RawValue == String {}

extension WireWord {
    init?(wire: UnsafeBufferPointer<UInt8>) { self.init(rawValue: String(decoding: wire, as: UTF8.self)) }
    var wire: String { rawValue }
}
