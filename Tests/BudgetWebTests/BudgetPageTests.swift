import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct BudgetPageTests {
    private static let budget = "/projects/1001/budget"

    @Test func `the table shows lines, subtotals and totals without a script`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            try await scene.addLine("03-100", "M", -250_50)

            let page = try await browser.get(Self.budget + "?group=costCode&columns=owner&sort=-amount")

            #expect(page.status == 200)
            #expect(
                page.tableRows == [
                    "Budget Code|Description|Original Budget Amount|Budget Modifications|Revised Budget",
                    "03-100 Formwork|2 lines|119,749.75|0.00|119,749.75",
                    "03-100.L|Formwork.Labor|120,000.25|0.00|120,000.25",
                    "03-100.M|Formwork.Materials|minus (250.50)|0.00|minus (250.50)",
                    "03-300 Concrete|1 line|40,250.00|0.00|40,250.00",
                    "03-300.M|Concrete.Materials|40,250.00|0.00|40,250.00",
                    "Total|3 lines|159,999.75|0.00|159,999.75",
                ])
            #expect(page.text.contains(#"aria-sort="descending""#))
            #expect(page.text.contains(#"name="form-token" content=""#))
            let found = try await browser.get(Self.budget + "?find=concrete+40,250&type=M&division=03&columns=owner")
            #expect(
                found.tableRows.dropFirst() == [
                    "03-300.M|Concrete.Materials|40,250.00|0.00|40,250.00", "Total|1 line|40,250.00|0.00|40,250.00",
                ])
            let nothing = try await browser.get(Self.budget + "?find=zzz")
            #expect(nothing.text.contains("No line fits"))
        }
    }

    @Test func `a line is changed on its own page, and the page tells its history`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let line = try await scene.view().standing.budget.lines[0]
            let page = Self.budget + "/line?line=\(line.id.text)"
            let seen = [
                "line": line.id.text, "seen-description": "Formwork.Labor", "seen-amount": "120000.25",
                "description": "Formwork.Labor", "amount": "=1000*1.08",
            ]

            let saved = try await browser.submit(seen, to: Self.budget + "/line", from: page)
            #expect(saved.location == page)
            let after = try await browser.get(page)
            let told = "Mia|original amount changed|from: 120,000.25; to: 1,080.00"
            #expect(after.tableRows.contains { $0.hasSuffix(told) })

            // Somebody else looked before that, and now sends the form.
            let stale = try await browser.submit(
                seen.merging(["amount": "77"]) { $1 }, to: Self.budget + "/line", from: page)
            #expect(stale.status == 409)
            #expect(stale.tableRows.contains("Original Budget Amount|120000.25|1080.00|77"))
            #expect(stale.text.contains("Save mine") && stale.text.contains("Keep theirs"))
            let chosen = try await browser.submit(
                seen.merging(["amount": "77", "seen-amount": "1080.00"]) { $1 }, to: Self.budget + "/line", from: page)
            #expect(chosen.status == 303)
            #expect(try await scene.view().standing.budget.lines[0].originalAmount.formatted == "77.00")
        }
    }

    @Test func `a line is added and deleted by forms, or the form says why not`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let new = Self.budget + "/new-line"
            let fields = ["costCode": "03-300", "costType": "L", "quantity": "3", "unitCost": "2.5"]
            #expect(try await browser.submit(fields, to: new).location == Self.budget)
            let twice = try await browser.submit(fields, to: new)
            #expect(twice.refusals == ["Budget code 03-300.L is on the budget already."])
            let line = try #require(try await scene.view().standing.budget.lines.last)
            #expect(line.originalAmount.formatted == "7.50")

            let gone = try await browser.submit(
                ["line": line.id.text], to: Self.budget + "/delete-line",
                from: Self.budget + "/line?line=\(line.id.text)")
            #expect(gone.location == Self.budget)
            #expect(try await scene.view().standing.budget.lines.count == 2)
            #expect(try await browser.get(Self.budget + "/line?line=\(line.id.text)").status == 404)
        }
    }

    @Test func `the lines that are shown go into a file`() async throws {
        try await BudgetScene.run { scene in
            let file = try await scene.browser().get(Self.budget + "/csv?division=03&sort=-code")
            #expect(file.headers["content-disposition"] == "attachment; filename=\"budget-1001.csv\"")
            #expect(
                file.text.split(whereSeparator: \.isNewline).map(String.init) == [
                    "Budget Code,Description,Division,Cost Code,Cost Type,Unit Qty,UOM,Unit Cost,Original Budget "
                        + "Amount,Budget Modifications,Revised Budget",
                    "03-300.M,Concrete.Materials,03,03-300,M,,,,40250.00,0.00,40250.00",
                    "03-100.L,Formwork.Labor,03,03-100,L,,,,120000.25,0.00,120000.25",
                ])
        }
    }

    @Test func `what was done is undone and redone by forms that name it, or say why not`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let line = try await scene.view().standing.budget.lines[0]
            let untouched = try await browser.get(Self.budget)
            #expect(untouched.acts(in: "Your latest changes") == ["(Undo)", "(Redo)"])
            #expect(
                untouched.actReasons.suffix(2) == [
                    "Undo: You have changed nothing on this budget that could be undone. Nothing needs to be done.",
                    "Redo: You have undone nothing on this budget that could be redone. Nothing needs to be done.",
                ])

            _ = try await browser.submit(
                ["line": line.id.text], to: Self.budget + "/delete-line",
                from: Self.budget + "/line?line=\(line.id.text)")
            let deleted = try await browser.get(Self.budget)
            #expect(deleted.flash == "The line is deleted. Undo, beside the budget, brings it back.")
            #expect(deleted.acts(in: "Your latest changes") == ["Undo: Deletion of 1 line", "(Redo)"])
            let view = Self.budget + "?sort=amount"
            let undone = try await browser.submit(["then": view], to: Self.budget + "/undo", from: view)
            #expect(undone.location == view)
            let after = try await browser.get(view)
            #expect(after.flash == "Undone. Redo does it again, until you change something else.")
            #expect(after.acts(in: "Your latest changes") == ["(Undo)", "Redo: Deletion of 1 line"])
            #expect(try await scene.view().standing.budget.lines.count == 2)

            try await scene.lock()
            let locked = try await browser.get(Self.budget)
            #expect(locked.acts(in: "Your latest changes") == ["(Undo)", "(Redo: Deletion of 1 line)"])
            let refused = try await browser.submit([:], to: Self.budget + "/redo", from: Self.budget)
            #expect(refused.status == 409)
            #expect(refused.text.contains("<h1>Nothing was done again</h1>"))
            let nothing = try await browser.submit([:], to: Self.budget + "/undo", from: Self.budget)
            #expect(nothing.refusals == ["You have changed nothing on this budget that could be undone."])
        }
    }

    @Test func `a step that somebody else overtook is not undone`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let line = try await scene.view().standing.budget.lines[0]
            let page = Self.budget + "/line?line=\(line.id.text)"
            let first = [
                "line": line.id.text, "description": "Formwork.Labor", "seen-description": "Formwork.Labor",
                "seen-amount": "120000.25", "amount": "5",
            ]
            _ = try await browser.submit(first, to: Self.budget + "/line", from: page)
            _ = try await scene.browser(of: "ada").submit(
                first.merging(["seen-amount": "5.00", "amount": "6"]) { $1 }, to: Self.budget + "/line", from: page)

            let refused = try await browser.submit([:], to: Self.budget + "/undo", from: Self.budget)

            #expect(refused.status == 409)
            #expect(
                refused.refusals == [
                    "“Edit of 1 cell” can be neither undone nor redone: Original Budget Amount of "
                        + "03-100.L was changed since and is now “6.00”."
                ])
            #expect(try await scene.view().standing.budget.lines[0].originalAmount.formatted == "6.00")
        }
    }

    @Test func `the view is exported as it is shown, with its problems alone where they are asked for`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let usual = try await browser.get(Self.budget)
            #expect(
                usual.tableRows.first
                    == "Budget Code|Description|Unit Qty|UOM|Unit Cost|Original Budget Amount|Budget Modifications|"
                    + "Revised Budget")
            #expect(usual.text.contains(#"name="problems" value="1">Only lines with problems"#))
            #expect(usual.csvLink == Self.budget + "/csv")

            let asked = Self.budget + "?group=division&sort=-amount&find=labor&type=L&division=03&columns=owner"
            let narrowed = try await browser.get(asked + "&problems=1")
            #expect(narrowed.text.contains(#"name="problems" value="1" checked="">Only lines with problems"#))
            let link = try #require(narrowed.csvLink)
            #expect(
                link == Self.budget
                    + "/csv?group=division&sort=-amount&find=labor&type=L&division=03&problems=1")
            #expect(try await browser.get(link).text.split(whereSeparator: \.isNewline).count == 1)
            let all = try #require(try await browser.get(asked).csvLink)
            #expect(try await browser.get(all).text.split(whereSeparator: \.isNewline).count == 2)
        }
    }

    @Test func `a problem stands beside its line in a sentence that does not name the line`() async throws {
        try await BudgetScene.run { scene in
            _ = try await scene.plumbline.addCostCodes(
                [CostCodeDraft(code: "09-900", title: "Paint")], to: scene.company, by: .commandLine)
            try await scene.addLine("09-900", "L", 10_00)
            let browser = try await scene.browser()
            let problem =
                "Its cost code is not synced with QuickBooks yet. An accounting approver exports it in ERP "
                + "Integrations, under Standard Cost Codes."

            let page = try await browser.get(Self.budget + "?problems=1&columns=owner")

            #expect(
                page.tableRows.dropFirst() == [
                    "09-900.L\(problem)|Paint.Labor|10.00|0.00|10.00", "Total|1 line|10.00|0.00|10.00",
                ])
            let data = try await browser.get(Self.budget + "/lines.json")
            #expect(data.text.contains(#""sentence":"Its cost code is not synced with QuickBooks yet.""#))
        }
    }

    @Test func `the budget page has the way around, the acts, the workflows and the export's progress`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let before = try await browser.get(Self.budget)
            #expect(before.text.contains(#"aria-label="Project 1001""#))
            #expect(before.text.contains("Nothing of this budget was ever sent to ERP Integrations."))
            #expect(before.text.contains("Set up and export a budget"))
            #expect(before.acts == ["Lock Budget", "(Send to ERP)", "(Create Budget Modification)"])

            try await scene.lock()
            try await scene.send()
            let sent = try await browser.get(Self.budget)
            #expect(sent.acts == ["(Unlock Budget)", "Retrieve from ERP", "(Create Budget Modification)"])
            #expect(sent.text.contains(#"hx-get="/projects/1001/erp/progress?news=replace&amp;seen="#))
        }
    }

    @Test func `texts are put in order as a person counts`() {
        let texts = ["10", "2", "A10", "a9", "2-B", "02"]
        #expect(
            texts.map { ($0, TableOrder.counted($0)) }.sorted { $0.1 < $1.1 }.map(\.0) == [
                "2", "02", "2-B", "10", "a9", "A10",
            ])
    }
}

extension Browser.Answer {
    /// Where "Export CSV" leads.
    fileprivate var csvLink: String? {
        text.firstMatch(of: /href="([^"]*)"[^>]*>Export CSV</).map { String($0.1).replacing("&amp;", with: "&") }
    }

    /// The rows of all tables: texts of the cells, parted by bars.
    fileprivate var tableRows: [String] {
        text.matches(of: /<tr[^>]*>(.*?)<\/tr>/).map { row in
            row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { cell in
                cell.1.replacing(/<[^>]+>/, with: "")
            }.joined(separator: "|")
        }
    }
}
