import Foundation

/// One Swift file as the rules see it.
struct SourceFile: Sendable {
    /// From the root of the repository, as `Sources/BudgetDomain/Values/Money.swift`.
    let path: String
    let source: String
    let code: String
    let comments: String

    init(path: String, source: String) {
        self.path = path
        self.source = source
        let text = SwiftText(source)
        code = text.code
        comments = text.comments
    }

    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var isSource: Bool { path.hasPrefix("Sources/") }
    var lines: [Substring] { source.split(separator: "\n", omittingEmptySubsequences: false) }
    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    /// One finding for each match in `text`, which is the code or the comments of this file.
    func findings(of pattern: Pattern, in text: String, _ message: (String) -> String) -> [Finding] {
        pattern.matches(in: text).map { match in
            Finding(path: path, line: match.line, message: message(match.text))
        }
    }
}

/// What a rule has against a line. Its description is what editors and terminals make a link of.
struct Finding: CustomStringConvertible, Equatable {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}

/// A regular expression over several lines, where `^` and `$` are the ends of a line.
struct Pattern: @unchecked Sendable {
    private let expression: NSRegularExpression

    init(_ pattern: String) throws {
        expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    }

    /// The first group of each match, or all of it, with the number of its line.
    func matches(in text: String) -> [(line: Int, text: String)] {
        let whole = text as NSString
        var line = 1
        var counted = 0
        return expression.matches(in: text, range: NSRange(location: 0, length: whole.length)).map { match in
            let range = match.numberOfRanges > 1 ? match.range(at: 1) : match.range
            let between = whole.substring(with: NSRange(location: counted, length: range.location - counted))
            line += between.utf8.count { $0 == UInt8(ascii: "\n") }
            counted = range.location
            return (line, whole.substring(with: range))
        }
    }
}
