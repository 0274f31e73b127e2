import BudgetDomain
import Testing

@Suite struct JobCostsReportTests {
    private let codes = [
        JobCostsReport.Code(itemListID: "80-A", costCode: "03-100", title: "Forms"),
        JobCostsReport.Code(itemListID: "80-B", costCode: "03-200", title: "Rebar"),
        JobCostsReport.Code(itemListID: "80-C", costCode: "09-900", title: "Paint"),
    ]
    private let estimate = EstimateReading(
        reference: Clinic.reference, number: "1", total: usd(1_606_00),
        lines: [
            line("m1", "80-B", 1_000_00), line("m2", "80-A", 500_00), line("m3", "80-B", -100_00),
            line("m4", "80-A", 100_00), line(nil, "80-A", 6_00), line("m9", "80-X", 70_00), line(nil, nil, 30_00),
        ])
    private let kinds: [String: TransactionKind] = [
        "m1": .original, "m2": .originalChange, "m3": .modificationFrom, "m4": .modificationTo,
    ]
    private let documents = [
        cost(.bill, "80-A", 40_00), cost(.vendorCredit, "80-A", -5_00), cost(.check, "80-B", 3_00),
        cost(.creditCardCharge, nil, 8_00), cost(.creditCardCredit, nil, -1_00), cost(.journalEntry, "80-X", 2_00),
        cost(.purchaseOrder, "80-A", 60_00), cost(.purchaseOrder, nil, 4_00),
    ]

    @Test func `has a row for each code in use, one for what has no code, and totals that tie`() throws {
        let report = try build(reading: estimate, documents: documents)

        #expect(
            report.rows.map(cells) == [
                ["03-100", "500.00", "100.00", "6.00", "606.00", "35.00", "60.00"],
                ["03-200", "1,000.00", "-100.00", "0.00", "900.00", "3.00", "0.00"],
            ])
        #expect(cells(report.uncoded) == ["Uncoded", "0.00", "0.00", "100.00", "100.00", "9.00", "4.00"])
        #expect(cells(report.total) == ["Total", "1,500.00", "0.00", "106.00", "1,606.00", "47.00", "64.00"])
        #expect(try report.total.revisedEstimate() == estimate.total)
        #expect(report.estimateReadAt == Clinic.at)
        #expect(report.costsReadAt == nil)
    }

    @Test func `is empty before QuickBooks was read`() throws {
        let report = try build(reading: nil, documents: [])
        #expect(report.rows == [])
        #expect(cells(report.uncoded) == ["Uncoded", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"])
        #expect(cells(report.total) == ["Total", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"])
    }

    @Test func `shows a code whose only line is zero`() throws {
        let zero = EstimateReading(
            reference: Clinic.reference, number: "1", total: usd(0), lines: [line("m1", "80-C", 0)])
        #expect(try build(reading: zero, documents: []).rows.map(\.costCode) == ["09-900"])
    }

    private func build(reading: EstimateReading?, documents: [JobCostDocumentLine]) throws -> JobCostsReport {
        try JobCostsReport.build(
            codes: codes, currency: .usd, reading: reading, kinds: kinds, documents: documents,
            estimateReadAt: Clinic.at, costsReadAt: nil)
    }

    private func cells(_ row: JobCostsReport.Row) -> [String] {
        let revised = (try? row.revisedEstimate())?.formatted ?? "beyond the limit"
        return [
            row.costCode, row.originalEstimate.formatted, row.budgetChanges.formatted,
            row.otherEstimateLines.formatted, revised, row.jobToDateCost.formatted, row.committed.formatted,
        ]
    }
}

private func line(_ mark: String?, _ item: String?, _ cents: Int64) -> EstimateReading.Line {
    EstimateReading.Line(
        txnLineID: "1", itemListID: item, itemName: "", mark: mark, amount: usd(cents), description: "")
}

private func cost(_ kind: JobCostDocumentLine.Kind, _ item: String?, _ cents: Int64) -> JobCostDocumentLine {
    JobCostDocumentLine(
        kind: kind, txnID: "2B-1", txnLineID: "2B-2", date: "2026-01-31", number: "77", party: "Vendor",
        itemListID: item, itemOrAccount: "Job expenses", amount: usd(cents))
}
