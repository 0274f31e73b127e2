import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct ImportPageTests {
    private static let file = """
        Cost Code,Cost Type,Description,Budget Amount
        03-100,L,Formwork of all walls,"121,000.00"
        03-300,M,Concrete.Materials,40250
        03-300,L,Pouring,9999.99

        """

    @Test func `a file is shown with what it would do, then imported`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()

            let preview = try await browser.upload(Self.file, to: "/projects/1001/import")
            #expect(
                preview.rows == [
                    ["03-100.L", "Formwork of all walls", "120,000.25", "121,000.00", "Changed"],
                    ["03-300.M", "Concrete.Materials", "the same", "40,250.00", "Unchanged"],
                    ["03-300.L", "Pouring", "–", "9,999.99", "New"],
                    ["Cost Code", "03-100 · 03-300 · 03-300", Self.fields],
                    ["Cost Type", "L · M · L", Self.fields],
                    ["Description", "Formwork of all walls · Concrete.Materials · Pouring", Self.fields],
                    ["Budget Amount", "121,000.00 · 40250 · 9999.99", Self.fields],
                ])
            #expect(preview.taken == ["costCode", "costType", "description", "amount"])
            #expect(try await scene.view().standing.budget.lines.count == 2)

            let imported = try await browser.submit(preview.hidden, to: "/projects/1001/import", from: preview.address)
            #expect(imported.status == 303 && imported.location == "/projects/1001/budget")
            let budget = try await scene.view().standing.budget
            #expect(budget.lines.map(\.code.description) == ["03-100.L", "03-300.M", "03-300.L"])
            #expect(budget.lines.map(\.originalAmount.minorUnits) == [121_000_00, 40_250_00, 9_999_99])
            #expect(try await browser.get(preview.address).status == 404)
        }
    }

    @Test func `what a line with a typed amount does not keep is said before it is imported`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let file = """
                Cost Code,Cost Type,Description,Unit Qty,UOM,Unit Cost,Manual Calculation,Budget Amount
                03-100,L,Formwork,1040,HR,88.4,Yes,"92,000.00"
                03-300,M,Concrete,2,CY,10,No,20.00
                03-300,L,Pouring,0,,0.00,Yes,9999.99

                """

            let preview = try await browser.upload(file, to: "/projects/1001/import")

            #expect(
                preview.shown.rows.prefix(3).map { $0[1] } == [
                    "Formwork 1,040 HR at 88.40 is not kept: the amount was typed.", "Concrete", "Pouring",
                ])
            #expect(preview.text.contains("<h2>1 line keeps its amount alone</h2>"))
            let all = try await browser.upload(Self.file, to: "/projects/1001/import")
            #expect(!all.text.contains("alone</h2>"))
        }
    }

    @Test func `the history of an imported line names the file, on its page and in the drawer`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let preview = try await browser.upload(Self.file, to: "/projects/1001/import")
            _ = try await browser.submit(preview.hidden, to: "/projects/1001/import", from: preview.address)
            let lines = try await scene.view().standing.budget.lines

            let drawer = try await browser.get("/projects/1001/budget/history.json?code=03-300.L")
            let moment = #""at":"2026-03-02T09:00:00Z","moment":"2026-03-02 09:00 UTC","who":"Mia","what":"#
            let brought = #""budget imported","details":"The line came with the file “budget.csv”.""#
            #expect(drawer.text == #"{"history":[{\#(moment)\#(brought)}]}"#)
            let page = try await browser.get("/projects/1001/budget/line?line=\(lines[2].id.text)")
            #expect(
                page.shown.rows.last == [
                    "2026-03-02 09:00 UTC", "Mia", "budget imported", "The line came with the file “budget.csv”.",
                ])
            let changed = try await browser.get("/projects/1001/budget/line?line=\(lines[0].id.text)")
            #expect(
                changed.shown.rows.suffix(2) == [
                    [
                        "2026-03-02 09:00 UTC", "Mia", "budget imported",
                        "1 line changed with the file “budget.csv”; whether this was among them is not recorded.",
                    ],
                    ["2026-03-02 09:00 UTC", "Mia", "line item added", "amount: 120,000.25"],
                ])
        }
    }

    @Test func `every problem is shown in its place, and nothing is imported`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let file = """
                Cost Code,Cost Type,Budget Amount
                03-100,L,12a
                09-900,L,5
                ,L,7

                """

            let preview = try await browser.upload(file, to: "/projects/1001/import")

            #expect(preview.text.contains("<h2>3 problems</h2>"))
            #expect(
                preview.rows.prefix(3) == [
                    [
                        "2",
                        "Budget Amount: “12a” cannot be read. It is not an amount. "
                            + "Correct it in the file, then upload it again.", "03-100", "L", "wrong: 12a",
                    ],
                    [
                        "3",
                        "Cost Code: There is no cost code “09-900”. Add it below with the box “Add the cost codes…”, "
                            + "or correct the cell and upload the file again.", "wrong: 09-900", "L", "5",
                    ],
                    [
                        "4", "Cost Code: The row has no cost code. Correct it in the file, then upload it again.",
                        "wrong: (empty)", "L", "7",
                    ],
                ])
            #expect(!preview.text.contains(">Import</button>"))
        }
    }

    @Test func `a cost code that is not there is added where somebody says so`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let file = "Cost Code,Cost Type,Budget Amount\n09-900,L,5\n"
            let preview = try await browser.upload(file, to: "/projects/1001/import")
            #expect(
                preview.rows.first == [
                    "2",
                    "Cost Code: There is no cost code “09-900”. Add it below with the box “Add the cost codes…”, "
                        + "or correct the cell and upload the file again.", "wrong: 09-900", "L", "5",
                ])

            let allowed = try await browser.get(preview.address + "&codes=yes")

            #expect(allowed.text.contains("Cost codes that are added to the company: 09-900."))
        }
    }

    @Test func `columns are taken as somebody says, whatever they are headed`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let file = "Nr,Art,Betrag\n03-100,L,5\n"

            let guessed = try await browser.upload(file, to: "/projects/1001/import")
            #expect(guessed.taken == ["", "", ""])
            #expect(guessed.text.contains("No column holds the cost code. The columns seen are “Nr”, “Art”, “Betrag”."))
            let chosen = try await browser.get(
                guessed.address + "&header=1&column-0=costCode&column-1=costType&column-2=amount")
            #expect(chosen.rows.first == ["03-100.L", "03-100.L", "120,000.25", "5.00", "Changed"])
            #expect(
                chosen.hidden == [
                    "file": String(guessed.address.split(separator: "=")[1]), "header": "1", "column-0": "costCode",
                    "column-1": "costType", "column-2": "amount",
                ])
            let doubled = try await browser.get(
                guessed.address + "&header=1&column-0=costCode&column-1=costCode&column-2=amount")
            #expect(doubled.text.contains("Two columns are taken as Cost Code."))
        }
    }

    @Test func `a locked budget takes no file, and another person's upload is not found`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let preview = try await browser.upload(Self.file, to: "/projects/1001/import")
            let other = try await scene.browser(of: "ada").get(preview.address)
            #expect(other.status == 404)
            #expect(other.text.contains("That file is kept no more: choose it again."))

            try await scene.lock()
            let locked = try await browser.get("/projects/1001/import")
            #expect(
                locked.refusals == ["You cannot import a budget: the budget is locked."])
            #expect(!locked.text.contains(#"type="file""#))
            let late = try await browser.submit(preview.hidden, to: "/projects/1001/import")
            #expect(late.status == 409)
        }
    }

    @Test func `50 MB are refused in words`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()

            let refused = try await browser.upload(
                bytes: [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000), to: "/projects/1001/import")

            #expect(refused.status == 413)
            #expect(refused.text.contains("Nothing was done. At most 10 MB are taken here."))
            #expect(refused.text.contains(#"<a href="/projects/1001/import">Back to where you were</a>"#))
        }
    }

    @Test func `a form without a file asks for one, and a forged one does nothing`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()

            let empty = try await browser.upload("", name: "", to: "/projects/1001/import")
            #expect(empty.status == 422)
            #expect(empty.text.contains("Choose a file first."))
            let forged = try await browser.upload(Self.file, to: "/projects/1001/import", token: "0")
            #expect(forged.status == 409)
            #expect(forged.shown.link("Choose the file again") == "/projects/1001/import")
            let nobody = try await Browser(scene.site).upload(Self.file, to: "/projects/1001/import", token: "0")
            #expect(nobody.status == 409)
            #expect(nobody.text.contains(Self.notImported))
        }
    }

    @Test func `a file that comes after the session ended is said not to be imported, where one signs in`() async throws
    {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            browser.keep("plumbline-session", nil)

            let ended = try await browser.upload(Self.file, to: "/projects/1001/import", token: "0")
            #expect(ended.status == 409)
            #expect(ended.text.contains("<h1>You were signed out in the meantime</h1>"))
            #expect(ended.text.contains(Self.notImported))
            #expect(ended.text.contains("Sign in here, and choose the file again."))
            let fields = [
                "form-token": ended.shown.hidden("form-token") ?? "", "then": ended.shown.hidden("then") ?? "",
                "email": "mia@halvorsen.example", "password": RunningSite.password,
            ]
            let signedIn = try await browser.post(fields, to: "/sign-in")
            #expect(signedIn.location == "/projects/1001/import")
            #expect(try await scene.view().standing.budget.lines.count == 2)
        }
    }

    private static let notImported = "The file was not imported, and nothing of it is kept."

    /// The titles of the fields that a column can be taken as, as one text.
    private static let fields = (["Not imported"] + BudgetColumn.allCases.map(\.title)).joined()
}

@Suite struct MultipartFormTests {
    @Test func `fields and a file are read as browsers write them`() throws {
        let text =
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\\bud%22get.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n1,2\r\n3,4\r\n--b--\r\n"

        let form = try MultipartForm(Array(text.utf8), boundary: "b")

        #expect(form.fields.pairs == [FormFields.Pair(name: "a", value: "x")])
        #expect(form.file == UploadedFile(name: "bud\"get.csv", bytes: Array("1,2\r\n3,4".utf8)))
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\n\r\n--b--", "--b\r\nX: y\r\n\r\nz\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--c\r\n--c--",
    ])
    func `what is no such form is refused`(text: String) {
        #expect(throws: PageProblem.unreadableForm) { try MultipartForm(Array(text.utf8), boundary: "b") }
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; boundary=\"a b\"", "a b"),
            ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil), ("text/plain; boundary=x", nil),
            (nil, nil),
        ] as [(String?, String?)])
    func `the boundary stands in the type`(type: String?, boundary: String?) {
        #expect(MultipartForm.boundary(in: type) == boundary)
    }
}

extension Browser {
    /// Uploads a file by the page's form, and looks at the page that it leads to.
    func upload(
        _ text: String = "", bytes: [UInt8]? = nil, name: String = "budget.csv", to path: String, token: String? = nil
    ) async throws -> Preview {
        let page = token == nil ? try await get(path).text : ""
        let found = page.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/).map { String($0.1) }
        let head =
            "--line\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token ?? found ?? "")\r\n"
            + "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
        let body = Array(head.utf8) + (bytes ?? Array(text.utf8)) + Array("\r\n--line--\r\n".utf8)
        let sent = try await post(bytes: body, type: "multipart/form-data; boundary=line", to: path)
        guard sent.status == 303, let location = sent.location, !location.hasPrefix("/sign-in") else {
            return Preview(answer: sent, address: "")
        }
        return Preview(answer: try await get(location), address: location)
    }
}

/// The second step of an import, with its address.
@dynamicMemberLookup struct Preview {
    let answer: Browser.Answer
    let address: String

    subscript<Value>(dynamicMember path: KeyPath<Browser.Answer, Value>) -> Value { answer[keyPath: path] }
}

extension Browser.Answer {
    /// What each column is taken as.
    fileprivate var taken: [String] {
        text.matches(of: /<option value="([^"]*)" selected="">/).map { String($0.1) }
    }

    /// The hidden fields of the form that imports.
    fileprivate var hidden: [String: String] {
        guard let form = text.firstMatch(of: /<form method="post"[^>]*\/import">(.*?)<\/form>/) else { return [:] }
        let pairs = form.1.matches(of: /name="([^"]+)" value="([^"]*)"/).map { (String($0.1), String($0.2)) }
        return Dictionary(pairs.filter { $0.0 != "form-token" }, uniquingKeysWith: { first, _ in first })
    }
}
