import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct JobCostsTests {
    @Test(arguments: Storage.available)
    func `the report ties costs to cost codes and counts what has none`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        try await connector.sync(export)
        let formwork = try #require(try await fixture.detail().transactions.first).code.costCode.text
        let lines = [
            Self.line(.bill, "B-1", item: "I-\(formwork)", 1_000_00),
            Self.line(.vendorCredit, "V-1", item: "I-\(formwork)", -100_00),
            Self.line(.purchaseOrder, "P-1", item: "I-\(formwork)", 5_000_00),
            Self.line(.check, "C-1", item: nil, 12_34),
        ]

        _ = try await connector.record([
            .costLines(
                readID: "read 1",
                lines.map { .init(jobListID: "J-1", line: $0) }
                    + [.init(jobListID: "J-9", line: Self.line(.bill, "B-9", item: nil, 9_99))]),
            .costsRead(readID: "read 1"),
        ])

        let view = try await fixture.plumbline.jobCosts(of: "1001", in: fixture.company, by: fixture.manager)
        #expect(view.documents == [lines[0], lines[3], lines[2], lines[1]])
        #expect(view.confirmed == 2 && view.expected == 2)
        let report = view.report
        #expect(report.rows.map(\.costCode) == ["03-100", "03-300"])
        #expect(report.rows.map(\.originalEstimate) == [usd(120_000_25), usd(40_250_00)])
        #expect(report.rows.map(\.jobToDateCost) == [usd(900_00), usd(0)])
        #expect(report.rows.map(\.committed) == [usd(5_000_00), usd(0)])
        #expect(report.uncoded.jobToDateCost == usd(12_34))
        #expect(report.total.jobToDateCost == usd(912_34))
        #expect(report.total.originalEstimate == usd(160_250_25))
        #expect(report.estimateReadAt == Fixture.start && report.costsReadAt == Fixture.start)
    }

    @Test(arguments: Storage.available)
    func `a read that is under way is not shown`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)
        let connector = try await ConnectorPart(fixture)
        let old = Self.line(.bill, "B-1", item: nil, 1_00)
        _ = try await connector.record([
            .costLines(readID: "read 1", [.init(jobListID: "J-1", line: old)]), .costsRead(readID: "read 1"),
        ])
        let new = Self.line(.bill, "B-2", item: nil, 2_00)

        _ = try await connector.record([.costLines(readID: "read 2", [.init(jobListID: "J-1", line: new)])])
        #expect(try await Self.documents(fixture) == [old])

        _ = try await connector.record([.costsRead(readID: "read 2")])
        #expect(try await Self.documents(fixture) == [new])
    }

    @Test(arguments: Storage.available)
    func `asking for costs makes the next poll a session`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)

        try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)

        #expect(try await fixture.furnished.lastAudit()?.act == .jobCostsRequested)
        let connector = try await ConnectorPart(fixture)
        let session = try #require(try await connector.session)
        #expect(try await fixture.plumbline.outstandingWork(of: session).areCostsDue)
        _ = try await connector.record([.costsRead(readID: "read 1")])
        #expect(try await fixture.plumbline.outstandingWork(of: session).areCostsDue == false)
    }

    private static func documents(_ fixture: SendingFixture) async throws -> [JobCostDocumentLine] {
        try await fixture.plumbline.jobCosts(of: "1001", in: fixture.company, by: fixture.manager).documents
    }

    private static func line(
        _ kind: JobCostDocumentLine.Kind, _ txnID: String, item: String?, _ cents: Int64
    ) -> JobCostDocumentLine {
        JobCostDocumentLine(
            kind: kind, txnID: txnID, txnLineID: "\(txnID)-1", date: "2026-03-02", number: "7", party: "Timber Ltd",
            itemListID: item, itemOrAccount: "something", amount: usd(cents))
    }
}
