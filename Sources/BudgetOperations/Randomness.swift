package import BudgetDomain

/// Where ids, marks, tickets and passwords come from: the system's generator in production, a counter in tests.
package struct Randomness: Sendable {
    /// As many unpredictable bytes as asked for.
    package let bytes: @Sendable (_ count: Int) -> [UInt8]

    package init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.bytes = bytes
    }

    package func id<Entity>(_: Entity.Type = Entity.self) -> ID<Entity> {
        ID(uuid())
    }

    /// A random UUID (version 4, RFC 9562), in lower case.
    package func uuid() -> String {
        var bytes = bytes(16)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]]
            .map { $0.joined() }.joined(separator: "-")
    }

    /// Unpredictable text of letters and digits that nobody confuses when reading aloud: 5 bits a character.
    package func text(length: Int) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        return String(bytes(length).map { alphabet[Int($0 & 31)] })
    }

    /// The mark of a transaction on its estimate line: 60 random bits, and at most 29 characters (`Other1`).
    func mark() -> String { "PL-" + text(length: 12) }

    /// The name of a failure: short enough to read over the telephone.
    package func incident() -> String { text(length: 10) }

    /// A `newMessageSetID`: QuickBooks takes at most 23 characters.
    package func messageSetID() -> String { "PL" + text(length: 20) }
}
