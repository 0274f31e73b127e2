import BudgetDomain
import Testing

@Suite struct `the export of Procore's budget page` {
    static let header =
        "Sub Job,Cost Code Tier 1,Cost Code Tier 2,Cost Code Tier 3,Cost Type,Budget Code,Budget Code Description,"
        + "Original Budget Amount,Budget Modifications,Approved COs,Revised Budget,Pending Budget Changes,"
        + "Projected Budget,"
        + "Committed Costs,Direct Costs,Job to Date Costs,Pending Cost Changes,Projected Costs,Forecast To Complete,"
        + "Estimated Cost at Completion,Projected over Under\n"
    static let zeros = ",0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00\n"

    @Test func `is read as it is, with its tiers, sub jobs and custom segments`() {
        let text =
            Self.header
            + "0001 - East Wing,03 - CONCRETE,03-01 - PRINTS,03-01-025 - PLAN COPY,Materials,0001.03-01-025.MAT,"
            + "Plan Copy.Materials,1250.00" + Self.zeros
            + ",,,,,,,,,,,,,,,,,,,,\n"
            + "None,03 - CONCRETE,,,LAB,03.LAB.P1.X,,-12.50" + Self.zeros
            + "Grand Totals,,,,,,,1237.50" + Self.zeros
        let planCopy = ImportedBudgetLine(
            row: 2, subJob: "0001", costCode: "03-01-025", costCodeTitle: "PLAN COPY",
            tiers: [CostCodeTier(code: "03", title: "CONCRETE"), CostCodeTier(code: "03-01", title: "PRINTS")],
            costType: "Materials", description: "Plan Copy.Materials", manualCalculation: true, amount: usd(125_000))
        let concrete = ImportedBudgetLine(
            row: 4, costCode: "03", costCodeTitle: "CONCRETE", costType: "LAB", customSegments: "P1.X",
            description: "CONCRETE.LAB", manualCalculation: true, amount: usd(-1250))
        let unread =
            "Columns that are not imported: Budget Modifications, Approved COs, Revised Budget, "
            + "Pending Budget Changes, "
            + "Projected Budget, Committed Costs, Direct Costs, Job to Date Costs, Pending Cost Changes, "
            + "Projected Costs, "
            + "Forecast To Complete, Estimated Cost at Completion, Projected over Under."
        #expect(
            read(text)
                == .budget(
                    [planCopy, concrete],
                    notes: [
                        ImportNote(row: 5, text: "The total 1,237.50 ties with the lines above."),
                        ImportNote(text: unread),
                    ]))
    }

    @Test(
        arguments: [
            ("03-01-025.MAT", nil, "03-01-025", "MAT", nil), ("0001.03-01-025.MAT", "0001", "03-01-025", "MAT", nil),
            ("0001.03-01-025.MAT.P1.Q", "0001", "03-01-025", "MAT", "P1.Q"),
        ] as [(String, String?, String, String, String?)])
    func `is understood from the budget code alone`(
        text: String, subJob: String?, costCode: String, costType: String, segments: String?
    ) {
        let expected = ImportedBudgetLine(
            row: 2, subJob: subJob, costCode: costCode, costType: costType, customSegments: segments,
            description: "\(costCode).\(costType)", manualCalculation: true, amount: usd(500))
        #expect(read("Budget Code,Amount\n\(text),5\n") == .budget([expected], notes: []))
    }

    @Test func `may have points within its cost codes, which the tiers tell apart`() {
        let expected = ImportedBudgetLine(
            row: 2, subJob: "A", costCode: "03.100", costCodeTitle: "Forms", costType: "LAB", description: "Forms.LAB",
            manualCalculation: true, amount: usd(500))
        #expect(read("Tier 1,Budget Code,Amount\n03.100 - Forms,A.03.100.LAB,5\n") == .budget([expected], notes: []))
    }

    @Test(
        arguments: [
            ("LAB", "L"), ("Labour", "L"), ("materials", "M"), ("MAT", "M"), ("Owner Cost", "OC"), ("SUB", "S"),
            ("Commitments", "S"), ("Professional Services", "SVC"), ("EQP", "E"), ("oth", "O"), ("Testing", nil),
        ] as [(String, String?)])
    func `names cost types in its own way`(text: String, code: String?) {
        #expect(CostTypeSpelling.code(of: text) == code)
    }
}
