/// How large a file may be. Every limit on files is here, and each is refused with its number.
package struct ImportLimits: Hashable, Sendable {
    package var bytes = 10_000_000
    /// Counted as a spreadsheet numbers them: blank rows and the header included.
    package var rows = 20_000
    package var columns = 100
    /// Characters of one cell: as many as a line's description may have in QuickBooks.
    package var cellCharacters = 4_095
    /// Problems that are listed; the rest is only counted.
    package var problems = 1_000
    /// Rows in which the header is looked for, since titles may stand above it.
    package var rowsBeforeHeader = 20

    package static let standard = ImportLimits()

    package init() {}
}
