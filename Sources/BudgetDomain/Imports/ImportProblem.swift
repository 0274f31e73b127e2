/// Something in a file that has to be mended before anything of it is stored.
package struct ImportProblem: Error, Hashable, Sendable {
    /// As a spreadsheet numbers rows, from 1; nil when the whole file is meant.
    package let row: Int?
    /// The column's header as the file has it, or our name of a column that is missing.
    package let column: String?
    /// A sentence.
    package let reason: String

    package init(row: Int?, column: String?, reason: String) {
        self.row = row
        self.column = column
        self.reason = reason
    }
}

/// Something that was understood or left out, and that whoever imports should know.
package struct ImportNote: Hashable, Sendable {
    package let row: Int?
    /// A sentence.
    package let text: String

    package init(row: Int? = nil, text: String) {
        self.row = row
        self.text = text
    }
}

/// Problems as they are found, at most as many as the limit.
struct ProblemList {
    private(set) var listed: [ImportProblem] = []
    private(set) var unlisted = 0
    let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { listed.isEmpty && unlisted == 0 }
    var count: Int { listed.count + unlisted }

    /// Problems of the whole file first, then from the top row down.
    var inRowOrder: [ImportProblem] {
        listed.enumerated().sorted { left, right in
            (left.element.row ?? 0, left.offset) < (right.element.row ?? 0, right.offset)
        }.map(\.element)
    }

    mutating func add(row: Int? = nil, column: String? = nil, _ reason: String) {
        if listed.count < limit {
            listed.append(ImportProblem(row: row, column: column, reason: reason))
        } else {
            unlisted += 1
        }
    }
}
