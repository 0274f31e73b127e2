import BudgetDomain
import Testing

@Suite struct `a budget file with problems` {
    static let header = "Cost Code,Cost Type,Description,Amount\n"
    static let figures = "Cost Code,Cost Type,Unit Qty,Unit Cost,Manual Calculation,Amount\n"

    @Test(
        arguments: [
            (header + ",,Total,18.00\n", 2, "Amount", "The total is 18.00, but the lines above add up to 0.00."),
            (
                header + "1,L,a,5\n,,Grand Totals,6.00\n", 3, "Amount",
                "The total is 6.00, but the lines above add up to 5.00."
            ),
            (
                header + "1,L,a,5\n,L,b,6\n", 3, "Cost Code",
                "The row has an amount but no cost code, and is not the total of the lines above."
            ),
            (
                header + "1,L,a,5\n1,Labour,b,6\n", 3, "Cost Code",
                "The budget code 1.Labour is on row 2 already: a code has one line."
            ),
            (header + "1,,a,5\n", 2, "Cost Type", "The row has no cost type."),
            (header + "\"1\n2\",L,a,5\n", 2, "Cost Code", "A code cannot have a line break or a tab in it."),
            (
                header + "1,L,a,\"5\n2,L,b,6\n", 2, nil,
                "The quote that opens cell 4 is never closed, so the rest of the file cannot be read."
            ),
            (
                header + "1,L,\"a\"b,5\n", 2, nil,
                "In cell 3, text follows the closing quote: a quote inside a quoted cell is written twice."
            ),
            (
                header + "1,L,a\u{7},5\n", 2, "Description",
                "The cell holds a control character, which QuickBooks cannot take."
            ),
            (
                header + "1,L,a,\"1,23,4\"\n", 2, "Amount",
                "“1,23,4” cannot be read. Its thousands marks do not stand between groups of three digits."
            ),
            (
                header + "1,L,a,1.00\n2,L,b,#REF!\n", 3, "Amount",
                "“#REF!” cannot be read. It is a spreadsheet's error, not an amount: "
                    + "mend the formula and export the file again."
            ),
            (
                "Cost Code;Cost Type;Amount\n1;L;1.234\n", 2, "Amount",
                "“1.234” cannot be read. Its mark may stand for thousands or for decimals: write it with two decimals."
            ),
            (
                header + "1,L,a,9999999999999.99\n2,L,b,0.01\n", nil, nil,
                "The lines add up to more than QuickBooks accepts."
            ),
            (header, nil, nil, "The file has no budget lines."),
            (
                figures + "1,L,2,10,,25.00\n", 2, "Amount",
                "The amount is 25.00, but quantity × unit cost is 20.00. "
                    + "If the amount is meant, say Yes under Manual Calculation."
            ),
            (
                figures + "1,L,2,,,\n", 2, "Amount",
                "There is no amount, nor both a quantity and a unit cost to compute it from."
            ),
            (
                figures + "1,L,2,,No,5\n", 2, "Amount",
                "The row is not calculated manually, but has not both a quantity and a unit cost."
            ),
            (figures + "1,L,2,10,maybe,20\n", 2, "Manual Calculation", "“maybe” is neither Yes nor No."),
            (
                figures + "1,L,9999999999,9999999999,No,\n", 2, "Amount",
                "Quantity × unit cost is larger than QuickBooks accepts."
            ),
            (
                "Sub Job,Cost Type,Budget Code,Amount\n0002,MAT,0001.03-1.MAT,5\n", 2, "Sub Job",
                "The sub job is 0002, but the budget code begins with 0001."
            ),
            (
                "Cost Type,Budget Code,Amount\nLabor,03-1.MAT,5\n", 2, "Cost Type",
                "The cost type is Labor, but the budget code says MAT."
            ),
            (
                "Tier 1,Budget Code,Amount\n03-2 - X,03-1.MAT,5\n", 2, "Budget Code",
                "The budget code does not contain the row's cost code."
            ),
            ("Budget Code,Amount\n03-1..MAT,5\n", 2, "Budget Code", "The budget code has an empty part."),
            ("Cost Code,Amount,Amount\n1,5,6\n", 1, "Amount", "Two columns are headed “Amount”."),
            (
                "Cost Code,Price\n1,5\n", nil, nil,
                "No column holds the amount, nor are there a quantity and a unit cost. "
                    + "The columns seen are “Cost Code”, “Price”."
            ),
            (
                "PK\u{3}\u{4}", nil, nil,
                "This is a spreadsheet workbook: save the sheet as “CSV UTF-8” and import that file."
            ),
            ("a\u{0}b", nil, nil, "The file is neither UTF-8 nor Windows-1252 text."),
        ] as [(String, Int?, String?, String)])
    func `names row, column and reason`(text: String, row: Int?, column: String?, reason: String) {
        #expect(read(text) == refused(row, column, reason))
    }

    @Test func `that is empty says which columns it wants`() {
        let reasons = [
            "No column holds the cost code. The file is empty.",
            "No column holds the amount, nor are there a quantity and a unit cost. The file is empty.",
        ]
        #expect(read("") == .refused(reasons.map { ImportProblem(row: nil, column: nil, reason: $0) }, unlisted: 0))
    }

    @Test func `in two decimal conventions is refused at the odd one out`() {
        let text = "Cost Code;Cost Type;Amount\n1;L;1.234,50\n2;L;12,50\n3;L;1,234.50\n"
        #expect(
            read(text)
                == refused(
                    4, "Amount",
                    "“1,234.50” cannot be read. Its thousands marks do not stand between groups of three digits."))
    }

    @Test func `beyond a limit names the limit`() {
        var limits = ImportLimits.standard
        limits.bytes = 100
        limits.rows = 3
        limits.columns = 4
        limits.cellCharacters = 12
        func problems(_ text: String) -> BudgetFileReading {
            BudgetFile.read(bytes: Array(text.utf8), currency: .usd, limits: limits)
        }
        let short = "Code,Type,Amount,X\n"
        #expect(
            problems(short + String(repeating: " ", count: 82))
                == refused(nil, nil, "The file has 101 bytes; the most that is read is 100."))
        #expect(problems(short + "1,L,1\n2,L,1\n3,L,1\n") == refused(4, nil, "The file has more than 3 rows."))
        #expect(problems(short + "1,L,1,,z\n") == refused(2, nil, "The row has more than 4 columns."))
        #expect(
            problems(short + "1,L,1,1234567890éé3\n") == refused(2, "X", "The cell has more than 12 characters."))
        guard case .budget(let lines, _) = problems(short + "1,L,1,1234567890éé\n2,L,1,,,\n") else {
            Issue.record("a file at the limits was refused")
            return
        }
        #expect(lines.count == 2)
    }

    @Test func `lists as many problems as the limit and counts the rest`() {
        var limits = ImportLimits.standard
        limits.problems = 2
        let text = Self.header + "1,,a,5\n2,,a,5\n3,,a,5\n4,,a,5\n"
        let reading = BudgetFile.read(bytes: Array(text.utf8), currency: .usd, limits: limits)
        let listed = [2, 3].map { ImportProblem(row: $0, column: "Cost Type", reason: "The row has no cost type.") }
        #expect(reading == .refused(listed, unlisted: 2))
    }
}
