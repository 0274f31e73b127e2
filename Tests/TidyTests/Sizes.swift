/// Files, functions and lines that a person can take in.
enum Sizes {
    static let linesOfFile = 400
    static let linesOfFunction = 70
    static let columns = 120

    /// Files that are longer, each with the reason why they stay whole.
    static let longFiles: [String: String] = [:]

    static func longFiles(_ file: SourceFile) -> [Finding] {
        let count = file.source.hasSuffix("\n") ? file.lines.count - 1 : file.lines.count
        guard count > linesOfFile, longFiles[file.path] == nil else { return [] }
        return [Finding(path: file.path, line: count, message: "\(count) lines, \(linesOfFile) is the end")]
    }

    static func longLines(_ file: SourceFile) -> [Finding] {
        file.lines.enumerated().filter { $0.element.count > columns }.map { index, line in
            Finding(path: file.path, line: index + 1, message: "\(line.count) columns, \(columns) is the end")
        }
    }

    static func longFunctions(_ file: SourceFile) throws -> [Finding] {
        let modifiers = #"^[ \t]*(?:(?:@\w+(?:\([^)\n]*\))?|[a-z]+(?:\([a-z]+\))?)[ \t]+)*"#
        let function = try Pattern(modifiers + #"((?:func|init|deinit|subscript)\b|var \w+ *:[^={\n]+\{ *$)"#)
        let lines = file.codeLines
        let starts = function.matches(in: file.code).map(\.line)
        return starts.enumerated().compactMap { index, start in
            let next = starts.dropFirst(index + 1).first ?? .max
            guard let end = endOfBody(of: start, next: next, in: lines), end - start + 1 > linesOfFunction else {
                return nil
            }
            let message = "a function of \(end - start + 1) lines, \(linesOfFunction) is the end"
            return Finding(path: file.path, line: start, message: message)
        }
    }

    /// - Parameter next: the line of the next declaration, before which the body begins or there is none, as in a
    ///   protocol.
    /// - Returns: the line where the braces opened after `start` are closed again. Braces inside parentheses are
    ///   closures given as default values.
    private static func endOfBody(of start: Int, next: Int, in lines: [Substring]) -> Int? {
        var parentheses = 0
        var braces = 0
        for number in start...lines.count {
            if braces == 0, number >= next, parentheses == 0 { return nil }
            for byte in lines[number - 1].utf8 {
                switch byte {
                case UInt8(ascii: "("): parentheses += 1
                case UInt8(ascii: ")"): parentheses -= 1
                case UInt8(ascii: "{") where braces > 0 || parentheses == 0: braces += 1
                case UInt8(ascii: "}") where braces > 0:
                    braces -= 1
                    if braces == 0 { return number }
                case UInt8(ascii: "}") where parentheses == 0: return nil
                default: continue
                }
            }
        }
        return nil
    }
}
