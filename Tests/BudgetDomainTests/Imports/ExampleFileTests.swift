import BudgetDomain
import Testing

@Suite struct `the examples` {
    @Test(arguments: [
        ("harbour-street-clinic.csv", 126, "7,758,174.43"),
        ("mill-road-warehouse-budget-export.csv", 129, "8,483,367.05"),
        ("two-wings-with-sub-jobs.csv", 8, "215,928.50"),
    ])
    func `import whole and tie with their totals`(name: String, count: Int, total: String) throws {
        guard case .budget(let lines, let notes) = BudgetFile.read(bytes: try example(name), currency: .usd) else {
            Issue.record("refused: \(BudgetFile.read(bytes: try example(name), currency: .usd))")
            return
        }
        #expect(lines.count == count)
        #expect(try Money.sum(lines.map(\.amount), in: .usd).formatted == total)
        #expect(notes.contains { $0.text == "The total \(total) ties with the lines above." })
        let hasSubJobs = lines.contains { $0.subJob != nil || $0.customSegments != nil }
        #expect(hasSubJobs == (name == "two-wings-with-sub-jobs.csv"))
        #expect(lines.allSatisfy { $0.costCode.count <= 31 && CostTypeSpelling.code(of: $0.costType) != nil })
    }

    @Test func `of a broken budget is refused with every problem in it`() throws {
        guard case .refused(let problems, 0) = BudgetFile.read(bytes: try example("broken-budget.csv"), currency: .usd)
        else {
            Issue.record("the broken budget was accepted")
            return
        }
        #expect(
            problems.map { "\($0.row ?? 0) \($0.column ?? "-")" } == [
                "3 Cost Code", "4 Budget Amount", "5 Unit Qty", "6 Cost Type", "7 Budget Amount",
                "8 Manual Calculation", "9 Cost Code", "10 Budget Amount", "11 Budget Amount", "12 Budget Amount",
                "13 Budget Amount", "14 -",
            ])
    }

    @Test func `of a cost-code list are read`() {
        let text = "Division,Code,Title\n03 - CONCRETE,03-100,Forms & Façade\n03 - CONCRETE,03-200 - Rebar,\n"
        let concrete = CostCodeTier(code: "03", title: "CONCRETE")
        #expect(
            CostCodeFile.read(bytes: Array(text.utf8))
                == .costCodes([
                    ImportedCostCode(row: 2, code: "03-100", title: "Forms & Façade", tiers: [concrete]),
                    ImportedCostCode(row: 3, code: "03-200", title: "Rebar", tiers: [concrete]),
                ]))
        #expect(
            CostCodeFile.read(bytes: Array("Code,Title\n1,a\n,b\n1,c\n".utf8))
                == .refused(
                    [
                        ImportProblem(row: 3, column: "Code", reason: "The row has no cost code."),
                        ImportProblem(row: 4, column: "Code", reason: "The code 1 is on row 2 already."),
                    ], unlisted: 0))
    }
}
