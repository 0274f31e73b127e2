/// A Swift source split into what the compiler reads and what only people read. Both parts keep every byte at its
/// place, blanks standing for what is left out, so that a position in one is a position in the file.
struct SwiftText {
    /// Without comments, the text of literals and the names inside backticks. Interpolated code is code.
    private(set) var code: String = ""
    private(set) var comments: String = ""

    init(_ source: String) {
        var scanner = Scanner(source: Array(source.utf8))
        scanner.scanCode(endsAtParenthesis: false)
        code = String(decoding: scanner.code, as: UTF8.self)
        comments = String(decoding: scanner.comments, as: UTF8.self)
    }
}

private struct Scanner {
    let source: [UInt8]
    private(set) var code: [UInt8]
    private(set) var comments: [UInt8]
    private var position = 0

    init(source: [UInt8]) {
        self.source = source
        let blank = source.map { $0 == .newline ? $0 : .space }
        code = blank
        comments = blank
    }

    /// - Parameter endsAtParenthesis: whether this is the inside of an interpolation.
    mutating func scanCode(endsAtParenthesis: Bool) {
        var depth = 0
        while let byte = peek() {
            if starts(with: "//") {
                keepComment { $0.peek() == .newline }
            } else if starts(with: "/*") {
                scanBlockComment()
            } else if byte == .quote || (byte == .pound && startsRawString) {
                scanString()
            } else if byte == .backtick {
                scanRawIdentifier()
            } else {
                if byte == .open { depth += 1 }
                if byte == .close { depth -= 1 }
                if endsAtParenthesis, depth < 0 { return }
                code[position] = byte
                position += 1
            }
        }
    }

    private mutating func keepComment(until isAtEnd: (Scanner) -> Bool) {
        while let byte = peek(), !isAtEnd(self) {
            comments[position] = byte
            position += 1
        }
    }

    /// Block comments nest in Swift.
    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") { depth += 1 }
            let isEnd = starts(with: "*/")
            if isEnd { depth -= 1 }
            for _ in 0..<(isEnd ? 2 : 1) where position < source.count {
                comments[position] = source[position]
                position += 1
            }
        } while depth > 0 && position < source.count
    }

    private mutating func scanRawIdentifier() {
        let end = source[(position + 1)...].firstIndex { $0 == .backtick || $0 == .newline } ?? source.count - 1
        code[position] = .backtick
        code[end] = source[end]
        position = end + 1
    }

    private mutating func scanString() {
        let pounds = source[position...].prefix { $0 == .pound }.count
        position += pounds
        let quotes = starts(with: "\"\"\"") ? 3 : 1
        position += quotes
        let end = [UInt8](repeating: .quote, count: quotes) + [UInt8](repeating: .pound, count: pounds)
        let escape = [.backslash] + [UInt8](repeating: .pound, count: pounds)

        while let byte = peek() {
            if source[position...].starts(with: end) {
                position += end.count
                return
            }
            if quotes == 1, byte == .newline { return }
            guard source[position...].starts(with: escape) else {
                position += 1
                continue
            }
            position += escape.count
            if peek() == .open {
                position += 1
                scanCode(endsAtParenthesis: true)
            }
            position += 1
        }
    }

    private var startsRawString: Bool {
        source[position...].drop { $0 == .pound }.first == .quote
    }

    private func peek() -> UInt8? { position < source.count ? source[position] : nil }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { source[position...].starts(with: $0) }
    }
}

extension UInt8 {
    fileprivate static let newline = UInt8(ascii: "\n")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let pound = UInt8(ascii: "#")
    fileprivate static let backtick = UInt8(ascii: "`")
    fileprivate static let backslash = UInt8(ascii: "\\")
    fileprivate static let open = UInt8(ascii: "(")
    fileprivate static let close = UInt8(ascii: ")")
}
