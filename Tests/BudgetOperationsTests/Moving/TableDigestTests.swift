import SQLDatabase
import Testing

@testable import BudgetOperations

@Suite struct TableDigestTests {
    @Test func `a row is written with kinds and lengths`() {
        #expect(
            CanonicalRow.bytes(of: [.integer(-2), .text("ø"), .blob([7]), .null]) == [
                0x69, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE,
                0x74, 0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xB8,
                0x62, 0, 0, 0, 0, 0, 0, 0, 1, 7,
                0x6E,
            ])
    }

    static let pairs: [(one: [SQLValue], other: [SQLValue])] = [
        ([.text("ab"), .text("c")], [.text("a"), .text("bc")]),
        ([.text("")], [.null]),
        ([.text("1")], [.integer(1)]),
        ([.text("a")], [.blob([0x61])]),
        ([.text("é")], [.text("e\u{301}")]),
    ]

    @Test(arguments: pairs) func `rows that differ are written differently`(
        _ pair: (one: [SQLValue], other: [SQLValue])
    ) {
        #expect(CanonicalRow.bytes(of: pair.one) != CanonicalRow.bytes(of: pair.other))
    }

    @Test func `a table's digest is the hash of its rows in the order of the key`() async throws {
        let database = try Database.openInMemory()
        let table = MovedTable("note", key: "id", "text", mostRows: 2)
        let digest = try await database.write(of: .schema) { tx in
            try tx.executeSchema("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, text TEXT)")
            for (id, text) in [(3, "c"), (1, "a"), (2, nil)] {
                try tx.execute("INSERT INTO note (id, text) VALUES ($1, $2)", [SQLValue(id), SQLValue(text)])
            }
            return try tx.digest(of: table)
        }

        // printf 'i\0\0\0\0\0\0\0\1t\0\0\0\0\0\0\0\1ai\0\0\0\0\0\0\0\2ni\0\0\0\0\0\0\0\3t\0\0\0\0\0\0\0\1c' | sha256sum
        #expect(
            digest
                == TableDigest(
                    table: "note", rows: 3, sha256: "e0e00d39e06e77a4144a687768cd8d2a60c9c9fb18001a1702740d88acfed519"))
    }
}
