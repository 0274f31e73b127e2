import Testing

/// Each rule on a text that breaks it, and on one that only seems to.
@Suite struct RulesBiteTests {
    @Test(arguments: [
        ("let money = try! parse()", "BudgetWeb", "“try!”"),
        ("let view = any as! Grid", "BudgetWeb", "“as!”"),
        ("fatalError(\"no\")", "QBXML", "“fatalError(”"),
        ("print(\"\\(x)\")", "QBXML", "“print(”"),
        ("let text = \"\\(f(print(\"a\")))\"", "QBXML", "“print(”"),
        ("let now = Date()", "BudgetOperations", "“Date()”"),
        ("let id = UUID()", "BudgetDomain", "“UUID()”"),
        ("let n = Int.random(in: 0..<4)", "BudgetDomain", "“.random”"),
        ("let rate: Double = 1", "BudgetDomain", "“Double”"),
    ])
    func `forbidden code is found`(code: String, module: String, found: String) throws {
        let file = SourceFile(path: "Sources/\(module)/One.swift", source: "\n\(code)\n")

        let findings = try ForbiddenCode.all.flatMap { try $0.findings(in: file) }

        #expect(findings.map(\.line) == [2])
        #expect(findings.first?.message.hasPrefix(found) == true)
    }

    @Test(arguments: [
        ("// a fatalError( here would end the server", "QBXML"),
        ("let text = #\"try! \"quoted\" print(\"# + \"as!\"", "QBXML"),
        ("let text = \"\"\"\n  say \"print(\" and Double\n  \"\"\"", "BudgetDomain"),
        ("@Test func `a Double is try! refused`() {}", "BudgetDomain"),
        ("journal.print(line)", "QBXML"),
        ("let rate: Double = 1", "BudgetWeb"),
        ("let now = Date()", "plumbline"),
    ])
    func `what only looks like it is left alone`(code: String, module: String) throws {
        let file = SourceFile(path: "Sources/\(module)/One.swift", source: code)

        #expect(try ForbiddenCode.all.flatMap { try $0.findings(in: file) } == [])
    }

    @Test func `a default without a reason is found in modules of closed enums`() throws {
        let code = """
            switch state {
            case .locked: lift()
            default: return
            case _: return
            @unknown default: return
            default: return  // default: any other byte is text
            }
            """

        let domain = try ForbiddenCode.defaults(SourceFile(path: "Sources/BudgetDomain/One.swift", source: code))
        let web = try ForbiddenCode.defaults(SourceFile(path: "Sources/BudgetWeb/One.swift", source: code))

        #expect(domain.map(\.line) == [3, 4])
        #expect(web == [])
    }

    @Test func `a file of 401 lines and a line of 121 columns are found`() {
        let lines = String(repeating: "\n", count: 400)
        let wide = String(repeating: "ä", count: 121)

        #expect(Sizes.longFiles(SourceFile(path: "Sources/A/One.swift", source: lines)) == [])
        #expect(Sizes.longFiles(SourceFile(path: "Sources/A/One.swift", source: lines + "\n")).map(\.line) == [401])
        #expect(Sizes.longLines(SourceFile(path: "Sources/A/One.swift", source: "\n\(wide)")).map(\.line) == [2])
        #expect(Sizes.longLines(SourceFile(path: "Sources/A/One.swift", source: String(wide.dropLast()))) == [])
    }

    @Test(arguments: [
        "func act() {",
        "@Test(arguments: [1]) func `braces } and \" in a name`() async throws {",
        "package static func act(_ body: () -> Void = {}, text: String = \"}\") -> [Int] {",
        "private init(\n        name: String,\n        with: Int\n    ) where A == B {",
        "var total: Int {",
        "func act()\n    where A == B\n    {",
    ])
    func `a function of 71 lines is found`(head: String) throws {
        let lines = head.split(separator: "\n").count + 1
        let requirement = "protocol P {\n    func declared() -> Int\n    var held: Int { get }\n}\nstruct S {\n"
        let text = "let a = #\"{\"# + \"{\" // {\n"
        let body = { (count: Int) in
            requirement + "    \(head)\n" + String(repeating: text, count: count - lines) + "    }\n}\n"
        }

        #expect(try Sizes.longFunctions(SourceFile(path: "Sources/A/One.swift", source: body(70))) == [])
        let long = try Sizes.longFunctions(SourceFile(path: "Sources/A/One.swift", source: body(71)))
        #expect(long.map(\.line) == [6])
        #expect(long.map(\.message) == ["a function of 71 lines, 70 is the end"])
    }

    @Test(arguments: [
        ("Sources/A/One.swift", "final class ExportManager {}"),
        ("Sources/A/One.swift", "enum DateUtils {}"),
        ("Sources/A/One.swift", "struct BudgetService {}"),
        ("Sources/A/MoneyHelpers.swift", "enum Money {}"),
        ("Sources/A/Common/One.swift", "enum Money {}"),
    ])
    func `a name that says nothing is found`(path: String, code: String) throws {
        #expect(try Words.emptyNames(SourceFile(path: path, source: code)).count == 1)
    }

    @Test func `the names of QuickBooks' lists and of commonplace words stay`() throws {
        let code = "struct ItemService {}\nstruct ItemServiceAdd {}\nenum Commonplace {}\nstruct ServiceItem {}"

        #expect(try Words.emptyNames(SourceFile(path: "Sources/A/One.swift", source: code)) == [])
    }

    @Test func `work left for later is found in comments`() throws {
        let file = SourceFile(
            path: "Sources/A/One.swift", source: "let todo = \"TODO\"\n/// TODO: the rest\n/* FIXME */")

        #expect(try Words.unfinishedWork(file).map(\.line) == [2, 3])
    }

    @Test(arguments: [
        "// let total = lines.sum()", "    // if locked {", "// }", "// return total(of: lines)", "// import GRDB",
        "// budget.lock()", "// private func act() -> Int", "value += 1 // lines.removeAll()",
    ])
    func `code in a comment is found`(line: String) throws {
        #expect(try Words.codeInComments(SourceFile(path: "Sources/A/One.swift", source: line)).count == 1)
    }

    @Test(arguments: [
        "// Let the total be what the lines say.", "/// let total = lines.sum()", "// return to the queue afterwards",
        "// A column that nobody maps (see the header) is left out.", "let url = \"https://a.b/c;\"",
        "// https://www.sqlite.org/lang_expr.html#varparam",
    ])
    func `a sentence in a comment is left alone`(line: String) throws {
        #expect(try Words.codeInComments(SourceFile(path: "Sources/A/One.swift", source: line)) == [])
    }

    @Test func `a link to nothing is found`() throws {
        let text = "[a](Money.md)\n[b](../guides/none.md#top) [c](https://a.b) [d](#here)"

        let findings = try Documents.brokenLinks(path: "docs/reference/page.md", text: text) {
            $0 == "docs/reference/Money.md"
        }

        #expect(
            findings.map(\.description) == ["docs/reference/page.md:2: the link to ../guides/none.md leads nowhere"])
    }

    @Test func `a folder of one machine is found`() throws {
        let text = "see\n" + ["/ho", "me/ann/budget"].joined()

        #expect(try Documents.machinePaths(path: "README.md", text: text).map(\.line) == [2])
        #expect(try Documents.machinePaths(path: "README.md", text: "https://a.b/home/x and /etc/hosts") == [])
    }
}
