/// The fields of a form or of a query (WHATWG URL §5, `application/x-www-form-urlencoded`).
struct FormFields: Hashable, Sendable {
    /// In their order; a name may come several times.
    let pairs: [Pair]

    struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// More than any form of this site has.
    static let mostFields = 500

    static let none = FormFields(pairs: [])

    init(pairs: [Pair]) { self.pairs = pairs }

    /// - Throws: ``PageProblem`` for too many fields, and for bytes that are no UTF-8.
    init(_ bytes: some Sequence<UInt8>) throws(PageProblem) {
        var pairs: [Pair] = []
        for field in Array(bytes).split(separator: UInt8(ascii: "&")) {
            guard pairs.count < Self.mostFields else { throw .tooManyFields }
            let sides = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0]), let value = Self.decoded(sides.count > 1 ? sides[1] : []) else {
                throw .unreadableForm
            }
            pairs.append(Pair(name: name, value: value))
        }
        self.pairs = pairs
    }

    /// The first value of that name.
    subscript(_ name: StaticString) -> String? { pairs.first { $0.name == "\(name)" }?.value }

    /// The same without white space around it, and empty where there is none: a name as people type it.
    func trimmed(_ name: StaticString) -> String {
        let text = self[name] ?? ""
        return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Part of a path, where a plus is a plus; nil for what is no UTF-8.
    static func decoded(part: String) -> String? {
        decoded(Array(part.utf8.flatMap { $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0] })[...])
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            case _: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case _: nil
        }
    }
}
