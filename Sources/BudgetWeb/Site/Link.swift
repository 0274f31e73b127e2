/// A place within this site, with its query: the only thing that pages link to and forms are sent to.
struct Link: Hashable, Sendable {
    let text: String

    fileprivate init(path: String) { text = path }

    /// A place that somebody named, as in `?then=/projects`; nil when it may lead to another site.
    init?(local text: String) {
        guard text.utf8.count <= 500, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    func with(_ name: StaticString, _ value: String) -> Link {
        Link(path: "\(text)\(text.contains("?") ? "&" : "?")\(name)=\(Self.escaped(value))")
    }

    /// The part of the page that has this id; nothing comes after it.
    func at(_ id: StaticString) -> Link { Link(path: "\(text)#\(id)") }

    /// RFC 3986 §2.1: everything but the unreserved characters.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            isUnreserved(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        case _: false
        }
    }
}

/// An address without parts that vary. The same value registers the page and makes every link to it.
struct Address: Hashable, Sendable {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    var link: Link { Link(path: pattern) }
}

/// An address with one part that varies, such as a project's number.
struct AddressOfOne: Hashable, Sendable {
    let pattern: String
    private let before: String
    private let after: String
    /// The part's name in ``Visit/part(_:)``.
    let part: String

    /// - Parameters:
    ///   - before: up to the slash before the part.
    ///   - after: from the slash after it; empty when the part ends the address.
    init(_ before: String, part: String, _ after: String = "") {
        pattern = "\(before):\(part)\(after)"
        self.before = before
        self.after = after
        self.part = part
    }

    func link(_ value: String) -> Link { Link(path: before + Link.escaped(value) + after) }
}
