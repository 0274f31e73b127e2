/// Gives every text column of a table the order of its bytes, which is SQLite's. Left to itself a server would sort by
/// the language that it was set up with.
enum CollatedSchema {
    /// - Parameter sql: one statement; only CREATE TABLE and ALTER TABLE have columns.
    static func text(_ sql: String) -> String {
        let words = Words(sql: sql)
        guard words.beginWithTableStatement else { return sql }
        var collated = ""
        var copied = sql.startIndex
        for type in words.textTypes {
            collated += sql[copied..<type.upperBound] + " COLLATE \"C\""
            copied = type.upperBound
        }
        return collated + sql[copied...]
    }
}

/// The words of a statement outside of quoted text and comments.
private struct Words {
    private var words: [Range<String.Index>] = []
    /// Whether only space stands between a word and the one before it.
    private var followsWord: [Bool] = []
    private let sql: String

    init(sql: String) {
        self.sql = sql
        var index = sql.startIndex
        var isAdjacent = false
        while index < sql.endIndex {
            let end = Self.endOfToken(sql, from: index)
            if Self.isWordCharacter(sql[index]) || sql[index] == "\"" {
                words.append(index..<end)
                followsWord.append(isAdjacent)
                isAdjacent = true
            } else if !sql[index].isWhitespace, !sql[index...].hasPrefix("--"), !sql[index...].hasPrefix("/*") {
                isAdjacent = false
            }
            index = end
        }
    }

    var beginWithTableStatement: Bool {
        let verb = words.first.map { sql[$0].uppercased() }
        return (verb == "CREATE" || verb == "ALTER") && words.prefix(3).contains { sql[$0].uppercased() == "TABLE" }
    }

    /// TEXT is a type where it follows a name: not in `CAST(x AS TEXT)`, nor where it is the name of a column itself.
    var textTypes: [Range<String.Index>] {
        words.indices.dropFirst().compactMap { position in
            guard sql[words[position]].uppercased() == "TEXT", followsWord[position] else { return nil }
            let before = sql[words[position - 1]].uppercased()
            let after = words.indices.contains(position + 1) ? sql[words[position + 1]].uppercased() : ""
            return ["AS", "ADD", "COLUMN"].contains(before) || after == "COLLATE" ? nil : words[position]
        }
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private static func endOfToken(_ sql: String, from start: String.Index) -> String.Index {
        let rest = sql[start...]
        let first = sql[start]
        if first == "'" || first == "\"" {
            return rest.dropFirst().firstIndex(of: first).map { sql.index(after: $0) } ?? sql.endIndex
        }
        if rest.hasPrefix("--") { return rest.firstIndex(where: \.isNewline) ?? sql.endIndex }
        if rest.hasPrefix("/*") { return sql.range(of: "*/", from: start) ?? sql.endIndex }
        guard isWordCharacter(first) else { return sql.index(after: start) }
        return rest.firstIndex { !isWordCharacter($0) } ?? sql.endIndex
    }
}

extension String {
    /// Where `end` ends, the next time that it appears.
    fileprivate func range(of end: String, from start: String.Index) -> String.Index? {
        indices[start...].first { self[$0...].hasPrefix(end) }.map { index($0, offsetBy: end.count) }
    }
}
