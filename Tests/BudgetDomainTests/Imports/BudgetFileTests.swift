import BudgetDomain
import Testing

@Suite struct `a budget file` {
    static let header = "Cost Code,Cost Type,Description,Amount\n"

    /// Each means the same one line.
    @Test(arguments: [
        "Cost Code,Cost Type,Description,Amount\n03-100,Labor,Forms,\"1,234.50\"\n",
        "\u{FEFF}Cost Code,Cost Type,Description,Amount\r\n03-100,Labor,Forms,1234.50\r\n",
        "Cost Code,Cost Type,Description,Amount\r03-100,Labor,Forms,1234.5",
        "CODE;Type;Desc;Budget\n03-100;Labor;Forms;1.234,50\n",
        "Cost Code\tCategory\tDescription\tBudget Amount\n03-100\tLabor\tForms\t$1,234.50\n",
        "sep=;\ncost_code;COST TYPE;description;ORIGINAL BUDGET\n03-100;Labor;Forms;1234,50\n",
        "\n03-100 Job\n\"Cost Code\",\"Cost Type\",\"Description\",\"Amount\"\n"
            + "\"=\"\"03-100\"\"\",Labor ,Forms, 1234.50- \n",
    ])
    func `is read whatever its dress`(text: String) {
        let isCredit = text.hasSuffix("- \n")
        guard case .budget(let lines, _) = read(text) else {
            Issue.record("refused: \(read(text))")
            return
        }
        let row = text.hasPrefix("sep") ? 3 : text.hasPrefix("\n") ? 4 : 2
        #expect(lines == [line(row, "03-100", "Labor", "Forms", isCredit ? -123_450 : 123_450)])
    }

    @Test func `keeps quoted newlines, doubled quotes and accents`() {
        let text = Self.header + "03-100,Labor,\"Forms, 6\"\"\r\nfaçade\",1\r\n04-200,M,5\" pipe,2\n"
        #expect(
            read(text)
                == .budget(
                    [line(2, "03-100", "Labor", "Forms, 6\"\nfaçade", 100), line(3, "04-200", "M", "5\" pipe", 200)],
                    notes: []))
    }

    @Test func `in Windows-1252 is read as such, and says so`() {
        let bytes =
            Array(Self.header.utf8) + Array("03-100,L,".utf8) + [0x66, 0x61, 0x80, 0xE7, 0x96] + Array(",5\n".utf8)
        #expect(
            BudgetFile.read(bytes: bytes, currency: .usd)
                == .budget(
                    [line(2, "03-100", "L", "fa€ç–", 500)],
                    notes: [ImportNote(text: "The file is not UTF-8; it was read as Windows-1252.")]))
    }

    @Test func `computes an amount from quantity and unit cost`() throws {
        let text = """
            Code,Type,Description,Qty,UOM,Unit Cost,Manual Calculation,Amount
            03-100,L,Forms,"1,200.5",HR,$48.335,No,
            03-200,M,Rebar,3,TON,0.335,,1.01
            03-300,M,Slab,2,CY,10,Yes,25.00
            """
        func expected(_ row: Int, _ code: String, _ type: String, _ description: String) -> ImportedBudgetLine {
            line(row, code, type, description, 0)
        }
        var forms = expected(2, "03-100", "L", "Forms")
        forms.quantity = try Quantity(parsing: "1200.5")
        forms.unitOfMeasure = "HR"
        forms.unitCost = try UnitCost(parsing: "48.335", currency: .usd)
        forms.manualCalculation = false
        forms.amount = usd(5_802_617)
        var rebar = expected(3, "03-200", "M", "Rebar")
        rebar.quantity = try Quantity(parsing: "3")
        rebar.unitOfMeasure = "TON"
        rebar.unitCost = try UnitCost(parsing: "0.335", currency: .usd)
        rebar.manualCalculation = false
        rebar.amount = usd(101)
        var slab = expected(4, "03-300", "M", "Slab")
        slab.quantity = try Quantity(parsing: "2")
        slab.unitOfMeasure = "CY"
        slab.unitCost = try UnitCost(parsing: "10", currency: .usd)
        slab.amount = usd(2500)
        #expect(read(text) == .budget([forms, rebar, slab], notes: []))
    }

    @Test func `may have headers of its own, named when importing`() {
        let text = "Konto,Art,Was,Summe,Amount\n03-100,L,Forms,7.00,9.00\n"
        let overrides: [BudgetColumn: String] = [
            .costCode: "konto", .costType: "Art", .description: "Was", .amount: "Summe",
        ]
        #expect(
            read(text, overrides: overrides)
                == .budget(
                    [line(2, "03-100", "L", "Forms", 700)],
                    notes: [ImportNote(text: "Columns that are not imported: Amount.")]))
        guard case .refused(let problems, 0) = read(text, overrides: [.costCode: "Kto"]) else {
            Issue.record("a header that is not there was accepted")
            return
        }
        #expect(problems.contains(ImportProblem(row: nil, column: "Cost Code", reason: "No column is headed “Kto”.")))
    }

    @Test func `without cost types is all Other`() {
        #expect(
            read("Code,Description,Amount\n100,Forms,5\n")
                == .budget(
                    [line(2, "100", "Other", "Forms", 500)],
                    notes: [ImportNote(text: "The file has no cost types; every line was taken as Other.")]))
    }

    @Test func `has headings and totals, which are no lines`() {
        let text =
            Self.header
            + "03,,CONCRETE,\n03-100,L,Forms,10.00\n03-200,M,Rebar,5.00\n,,Subtotal,15.00\n,,,\n"
            + "04-100,L,Total station rental,2.50\nGrand Total,,,17.50\n"
        #expect(
            read(text)
                == .budget(
                    [
                        line(3, "03-100", "L", "Forms", 1000), line(4, "03-200", "M", "Rebar", 500),
                        line(7, "04-100", "L", "Total station rental", 250),
                    ],
                    notes: [
                        ImportNote(row: 5, text: "The total 15.00 ties with the lines above."),
                        ImportNote(row: 8, text: "The total 17.50 ties with the lines above."),
                        ImportNote(text: "Headings without figures were left out: 1."),
                    ]))
    }
}
