import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(2))) struct BudgetPageTests {
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

    @Test func `texts are put in order as a person counts`() {
        let texts = ["10", "2", "A10", "a9", "2-B", "02"]
        #expect(
            texts.map { ($0, TableOrder.counted($0)) }.sorted { $0.1 < $1.1 }.map(\.0) == [
                "2", "02", "2-B", "10", "a9", "A10",
            ])
    }
}

extension Browser.Answer {
    /// The rows of all tables: texts of the cells, parted by bars.
    fileprivate var tableRows: [String] {
        text.matches(of: /<tr[^>]*>(.*?)<\/tr>/).map { row in
            row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { cell in
                cell.1.replacing(/<[^>]+>/, with: "")
            }.joined(separator: "|")
        }
    }
}
