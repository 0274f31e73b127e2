/// A chain, or a part of one, as a text that can be verified without the database
/// (docs/reference/audit-chain.md).
package enum AuditExport {
    package static let firstLine = "plumbline audit chain 1"

    static func beginning(of company: String, after head: AuditHead) -> String {
        "\(firstLine)\ncompany \(company.utf8.count):\(company),\nafter \(head.number) \(head.hash)\n"
    }

    static func entry(_ link: AuditLink) -> String {
        "entry \(link.number) \(link.hash) \(link.memento.utf8.count)\n\(link.memento)"
    }

    static func end(_ head: AuditHead) -> String { "head \(head.number) \(head.hash)\n" }
}

/// What an exported chain says, once all of it was found to hold.
package struct AuditExportContent: Hashable, Sendable {
    package let company: String
    /// The head before the first exported entry.
    package let start: AuditHead
    package let head: AuditHead

    /// Whether it begins with the company's first entry.
    package var isFromTheBeginning: Bool { start.number == 0 }
}

/// Why an exported text proves nothing.
package enum AuditExportFault: Error, Hashable, Sendable {
    /// It is not as it was written from this byte on, which counts from 0.
    case malformed(byte: Int)
    /// It begins with entry 1, but not with the beginning of this company's chain.
    case foreignBeginning
    /// Its last line names another head than its entries give.
    case endDiffers
    case broken(BrokenAuditLink)

    package var sentence: String {
        switch self {
        case .malformed(let byte): "The file is not as it was written, from byte \(byte) on."
        case .foreignBeginning: "The file does not begin as the chain of its company does."
        case .endDiffers: "The last line of the file does not name its last entry: the end was cut off or changed."
        case .broken(let link): link.sentence
        }
    }
}

extension AuditExportContent {
    package init(reading bytes: [UInt8], noted: [AuditHead] = []) throws(AuditExportFault) {
        var reader = AuditExportReader(bytes: bytes)
        try reader.take("\(AuditExport.firstLine)\ncompany ")
        let company = try reader.takeField()
        try reader.take("\nafter ")
        let start = try reader.takeHead(endingWith: UInt8(ascii: "\n"))
        if start.number == 0, start != .genesis(of: company) { throw .foreignBeginning }
        if noted.contains(where: { $0.number == start.number && $0 != start }) {
            throw .broken(.headDiffers(number: start.number))
        }
        var walk = AuditChainWalk(of: company, after: start, noted: noted.filter { $0.number > start.number })
        do {
            while let link = try reader.takeEntry() { try walk.take(link) }
            try walk.end()
        } catch let broken as BrokenAuditLink {
            throw .broken(broken)
        } catch let fault as AuditExportFault {
            throw fault
        } catch {
            throw .malformed(byte: reader.position)
        }
        try reader.take("head ")
        let head = try reader.takeHead(endingWith: UInt8(ascii: "\n"))
        guard head == walk.head else { throw .endDiffers }
        guard reader.isAtEnd else { throw .malformed(byte: reader.position) }
        self.init(company: company, start: start, head: head)
    }
}

/// Takes an exported chain apart, strictly: nothing may stand where it was not written.
private struct AuditExportReader {
    let bytes: [UInt8]
    private(set) var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    private static let longestWord = 80

    mutating func take(_ text: String) throws(AuditExportFault) {
        guard bytes[position...].starts(with: text.utf8) else { throw .malformed(byte: position) }
        position += text.utf8.count
    }

    /// `LENGTH:TEXT,`
    mutating func takeField() throws(AuditExportFault) -> String {
        let length = try takeNumber(endingWith: UInt8(ascii: ":"))
        let text = try takeText(length)
        try take(",")
        return text
    }

    /// `NUMBER HASH` and the byte after it.
    mutating func takeHead(endingWith end: UInt8) throws(AuditExportFault) -> AuditHead {
        let start = position
        let number = try takeNumber(endingWith: UInt8(ascii: " "))
        guard let head = AuditHead(parsing: "\(number):\(try takeWord(endingWith: end))") else {
            throw .malformed(byte: start)
        }
        return head
    }

    /// Nil at the line that ends the file.
    mutating func takeEntry() throws(AuditExportFault) -> AuditLink? {
        guard !bytes[position...].starts(with: "head ".utf8) else { return nil }
        try take("entry ")
        let head = try takeHead(endingWith: UInt8(ascii: " "))
        let length = try takeNumber(endingWith: UInt8(ascii: "\n"))
        return AuditLink(number: head.number, memento: try takeText(length), hash: head.hash)
    }

    private mutating func takeText(_ length: Int) throws(AuditExportFault) -> String {
        guard length <= bytes.count - position,
            let text = String(validating: bytes[position..<position + length], as: UTF8.self)
        else { throw .malformed(byte: position) }
        position += length
        return text
    }

    private mutating func takeNumber(endingWith end: UInt8) throws(AuditExportFault) -> Int {
        let start = position
        let word = try takeWord(endingWith: end)
        guard let number = Int(word), number >= 0, String(number) == word else { throw .malformed(byte: start) }
        return number
    }

    private mutating func takeWord(endingWith end: UInt8) throws(AuditExportFault) -> String {
        let start = position
        guard let index = bytes[start...].prefix(Self.longestWord).firstIndex(of: end) else {
            throw .malformed(byte: start)
        }
        position = index + 1
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
