import BudgetDomain
import Testing

@Suite struct UnkeptFiguresTests {
    @Test(
        arguments: [
            ("1040", "HR", "88.4", "Yes", "1,040 HR at 88.40 is not kept: the amount was typed."),
            ("1040", "", "", "", "1,040 is not kept: the amount was typed."),
            ("", "LS", "", "Yes", "LS is not kept: the amount was typed."),
            ("", "", "12.345", "Yes", "at 12.345 is not kept: the amount was typed."),
            ("0", "", "0.00", "Yes", nil), ("", "", "", "Yes", nil), ("5", "HR", "2", "No", nil),
        ] as [(String, String, String, String, String?)])
    func `what stands beside a typed amount is named`(
        quantity: String, unit: String, unitCost: String, manual: String, sentence: String?
    ) throws {
        let file = """
            Cost Code,Cost Type,Unit Qty,UOM,Unit Cost,Manual Calculation,Budget Amount
            03-100,L,\(quantity),\(unit),\(unitCost),\(manual),10.00

            """

        let read = BudgetFile.readWhatIsRight(bytes: Array(file.utf8), currency: .usd)

        #expect(read.problems.isEmpty)
        let line = try #require(read.lines.first)
        #expect(UnkeptFigures(line)?.sentence == sentence)
    }
}
