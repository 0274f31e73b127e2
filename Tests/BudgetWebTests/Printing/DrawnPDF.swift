import CZlib
import Foundation

/// A PDF as a person reads it: the texts of each page, line by line, from the upper left.
struct DrawnPDF {
    let pages: [[[String]]]

    /// - Throws: when a content stream cannot be inflated.
    init(_ bytes: [UInt8]) throws {
        let file = Data(bytes)
        let (begin, end) = (Data("/FlateDecode >>\nstream\n".utf8), Data("\nendstream".utf8))
        var pages: [[[String]]] = []
        var rest = file.startIndex..<file.endIndex
        while let opening = file.range(of: begin, in: rest),
            let closing = file.range(of: end, in: opening.upperBound..<file.endIndex)
        {
            pages.append(Self.lines(try Self.inflated(file[opening.upperBound..<closing.lowerBound])))
            rest = closing.upperBound..<file.endIndex
        }
        self.pages = pages
    }

    struct NotDeflated: Error {}

    private static func inflated(_ bytes: Data) throws -> String {
        var count = uLongf(1 << 20)
        var output = [UInt8](repeating: 0, count: Int(count))
        guard uncompress(&output, &count, Array(bytes), uLong(bytes.count)) == Z_OK else { throw NotDeflated() }
        return String(decoding: output.prefix(Int(count)), as: UTF8.self)
    }

    private static func lines(_ content: String) -> [[String]] {
        var lines: [Double: [(x: Double, text: String)]] = [:]
        for drawn in content.matches(of: /Tf ([\d.]+) ([\d.]+) Td \(((?:[^()\\]|\\.)*)\) Tj/) {
            guard let x = Double(drawn.1), let y = Double(drawn.2) else { continue }
            lines[y, default: []].append((x, text(drawn.3)))
        }
        return lines.sorted { $0.key > $1.key }.map { $0.value.sorted { $0.x < $1.x }.map(\.text) }
    }

    private static func text(_ literal: Substring) -> String {
        var codes: [UInt8] = []
        for part in literal.matches(of: /\\([0-7]{3})|\\(.)|([^\\])/) {
            let code = part.1.flatMap { UInt8($0, radix: 8) }
            codes += code.map { [$0] } ?? Array((part.2 ?? part.3 ?? "").utf8)
        }
        return String(bytes: codes, encoding: .windowsCP1252) ?? ""
    }
}
