import Testing

/// The conventions of CONTRIBUTING.md and the map of ARCHITECTURE.md, held for the whole tree.
@Suite struct TidyTests {
    @Test func `files, functions and lines are short`() throws {
        for file in Tree.swiftFiles {
            report(Sizes.longFiles(file))
            report(Sizes.longLines(file))
            report(try Sizes.longFunctions(file))
        }
        for path in Sizes.longFiles.keys where !Tree.exists(path) {
            Issue.record("\(path) is an exception to the length of files, and does not exist")
        }
    }

    @Test func `names and comments say something`() throws {
        for file in Tree.swiftFiles {
            report(try Words.emptyNames(file))
            report(try Words.unfinishedWork(file))
            report(try Words.codeInComments(file))
        }
    }

    @Test func `nothing traps, prints, guesses the time or floats where it must not`() throws {
        for file in Tree.swiftFiles {
            for rule in ForbiddenCode.all { report(try rule.findings(in: file)) }
            report(try ForbiddenCode.defaults(file))
        }
    }

    @Test func `modules import what the table in ARCHITECTURE says`() throws {
        let table = try ImportTable(architecture: try #require(Tree.text(of: "ARCHITECTURE.md")))

        #expect(table.contradictions(modulesInTree: Tree.modules) == [])
        for file in Tree.swiftFiles { report(try table.findings(in: file)) }
    }

    @Test func `links lead somewhere and no text names one machine's folders`() throws {
        for (path, text) in Tree.texts {
            report(try Documents.machinePaths(path: path, text: text))
            guard path.hasSuffix(".md") else { continue }
            report(try Documents.brokenLinks(path: path, text: text, exists: Tree.exists))
        }
    }

    @Test func `the tree is really read`() {
        #expect(Tree.swiftFiles.contains { $0.path == "Tests/TidyTests/TidyTests.swift" })
        #expect(Tree.texts.contains { $0.path == "Makefile" })
        #expect(Tree.modules.contains("BudgetDomain"))
    }

    private func report(_ findings: [Finding]) {
        for finding in findings { Issue.record("\(finding.description)") }
    }
}
