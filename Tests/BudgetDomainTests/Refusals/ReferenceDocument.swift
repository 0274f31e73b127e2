import Foundation
import Testing

/// A page of `docs/reference` whose one table is held equal to the code.
struct ReferenceDocument {
    let name: String

    /// Fails with the text that belongs into the page when its table is another.
    func expect(header: [String], rows: [[String]]) throws {
        let rule = header.map { _ in "---" }
        let expected = ([header, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }

        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/reference/\(name)"), encoding: .utf8)
        let table = page.split(separator: "\n").filter { $0.hasPrefix("|") }.map(String.init)

        #expect(table == expected, "docs/reference/\(name) should say:\n\(expected.joined(separator: "\n"))")
    }
}
