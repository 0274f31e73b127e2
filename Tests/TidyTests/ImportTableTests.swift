import Testing

@Suite struct ImportTableTests {
    let table = """
        | Layer | Module | What lives there | Imports of ours | Imports of others |
        |---|---|---|---|---|
        | 0 | `Core` | Values | – | Foundation value types |
        | 0 | `Store` | Rows | – | GRDB |
        | 1 | `Verbs` | Acts | `Core`, `Store` | – |
        | 2 | `QuickBooksEmulators` | Plays | `Verbs` | – |
        | 3 | `Face` | Pages | all of the above but the emulators and `Store` | Hummingbird |
        | 4 | `tool` | Commands | all | ArgumentParser |
        """

    @Test(arguments: [
        ("Core", "GRDB", false), ("Core", "Foundation", true), ("Store", "GRDB", true), ("Store", "Core", false),
        ("Verbs", "Store", true), ("Verbs", "Face", false), ("Verbs", "GRDB", false), ("Face", "Core", true),
        ("Face", "Store", false), ("Face", "QuickBooksEmulators", false), ("Face", "HummingbirdCore", true),
        ("tool", "QuickBooksEmulators", true), ("tool", "Store", true), ("tool", "GRDB", false),
    ])
    func `an import is allowed when the table says so`(module: String, imported: String, allowed: Bool) throws {
        for keyword in ["import", "package import", "@testable import", "internal import struct"] {
            let source = "// why\n\(keyword) \(imported)\n"
            let file = SourceFile(path: "Sources/\(module)/One.swift", source: source)

            let lines = try ImportTable(architecture: table).findings(in: file).map(\.line)

            #expect(lines == (allowed ? [] : [2]))
        }
    }

    @Test func `an arrow up or sideways and a module left out are contradictions`() throws {
        let wrong = """
            | 1 | `Verbs` | Acts | `Face`, `Sideways` | – |
            | 1 | `Sideways` | Acts | – | – |
            | 3 | `Face` | Pages | – | – |
            """

        let table = try ImportTable(architecture: wrong)

        #expect(
            table.contradictions(modulesInTree: ["Face", "New", "Sideways", "Verbs"])
                == ["Verbs → Face", "Verbs → Sideways", "New is not in the table"])
    }
}
