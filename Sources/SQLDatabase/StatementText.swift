import Synchronization

/// The rules that keep one text of a statement true on every engine.
enum StatementText {
    /// Counts the placeholders of a statement, and checks that they mean the same on every engine.
    ///
    /// SQLite numbers `$n` by first appearance (https://www.sqlite.org/lang_expr.html#varparam: `$AAAA` is a named
    /// parameter), PostgreSQL by n. The two agree when the first appearances are `$1`, `$2`, `$3`… in this order; a
    /// placeholder that has appeared may be used again. Quoted text, quoted identifiers and comments are skipped.
    ///
    /// - Returns: how many values the statement takes.
    static func placeholderCount(_ sql: String) throws -> Int {
        if let known = known.withLock({ $0[sql] }) { return known }
        let count = try countPlaceholders(sql)
        known.withLock { known in
            if known.count == mostKnown { known = [:] }
            known[sql] = count
        }
        return count
    }

    /// The counts of texts that were sound. The product has some hundreds of texts, and runs them for ever.
    private static let known = Mutex<[String: Int]>([:])
    private static let mostKnown = 2_000

    private static func countPlaceholders(_ sql: String) throws -> Int {
        var scanner = Scanner(bytes: sql.utf8[...])
        var count = 0
        while let placeholder = scanner.nextPlaceholder() {
            guard let number = placeholder.number else {
                throw DatabaseError.statement(.foreignPlaceholder(placeholder.text), sql: sql)
            }
            if (0..<count).contains(number - 1) { continue }
            guard number == count + 1 else {
                throw DatabaseError.statement(
                    .placeholderOutOfOrder(found: placeholder.text, expected: "$\(count + 1)"), sql: sql)
            }
            count += 1
        }
        return count
    }

    /// Table and column names that are put into a statement's text: nothing that would need quoting.
    static func checkIdentifier(_ name: String) throws {
        let beginsWithWord = name.utf8.first.map { isWordByte($0) && !isDigit($0) } ?? false
        guard beginsWithWord, name.utf8.allSatisfy({ isWordByte($0) }) else {
            throw DatabaseError.statement(.notAnIdentifier(name), sql: "")
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        case let byte: isDigit(byte)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private struct Placeholder {
        let text: String
        /// The n of `$n`, or nil for a placeholder of another form.
        let number: Int?
    }

    private struct Scanner {
        var bytes: Substring.UTF8View

        mutating func nextPlaceholder() -> Placeholder? {
            while let byte = bytes.popFirst() {
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "\""): skip(past: byte)
                case UInt8(ascii: "-") where bytes.first == UInt8(ascii: "-"): skip(past: UInt8(ascii: "\n"))
                case UInt8(ascii: "/") where bytes.first == UInt8(ascii: "*"): skipBlockComment()
                case UInt8(ascii: "$"):
                    let name = word()
                    return Placeholder(text: "$\(name)", number: Int(name))
                case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "@"):
                    return Placeholder(text: "\(Character(UnicodeScalar(byte)))\(word())", number: nil)
                case let byte where isWordByte(byte):
                    // A `$` inside a name is part of the name on both engines.
                    bytes = bytes.drop { isWordByte($0) || $0 == UInt8(ascii: "$") }
                default: break
                }
            }
            return nil
        }

        /// A doubled quote inside quoted text ends it here and opens it again at once, which comes to the same.
        private mutating func skip(past end: UInt8) {
            bytes = bytes.drop { $0 != end }.dropFirst()
        }

        private mutating func skipBlockComment() {
            bytes = bytes.dropFirst()
            while let byte = bytes.popFirst() {
                if byte == UInt8(ascii: "*"), bytes.first == UInt8(ascii: "/") {
                    bytes = bytes.dropFirst()
                    return
                }
            }
        }

        private mutating func word() -> String {
            let word = bytes.prefix { isWordByte($0) }
            bytes = bytes.dropFirst(word.count)
            return String(decoding: word, as: UTF8.self)
        }
    }
}
