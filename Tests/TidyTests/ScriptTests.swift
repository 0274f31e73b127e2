import Testing

/// Scripts and styles stand in the program only where the C file names them.
@Suite struct ScriptTests {
    @Test func `every script, style and library for browsers is put into the program`() throws {
        let assets = "Sources/CWebAssets/"
        let list = try #require(Tree.text(of: assets + "assets.c"))

        let left = Tree.texts.map(\.path).filter { path in
            path.hasPrefix(assets) && [".js", ".css"].contains { path.hasSuffix($0) }
                && !list.contains("#embed \"\(path.dropFirst(assets.count))\"")
        }

        #expect(left == [])
    }
}
