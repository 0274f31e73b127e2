import QBXML
import QuickBooksEmulators
import Testing

@Suite struct QueryTests {
    /// Five bills, one a day from 1 February.
    private func fileWithBills() throws -> CompanyFile {
        let file = try Acme.file()
        for day in 1...5 {
            try file.addCost(
                .bill, payee: day < 4 ? "Concrete Co" : "Steel Co", date: "2026-02-0\(day)", refNumber: "R\(day)",
                lines: [.item("03-100", cents: Int64(day) * 100, job: "Jones:House")])
        }
        return file
    }

    private func page(
        _ file: CompanyFile, _ iterator: QBIterator?, size: Int? = 2, from: String? = nil
    ) throws -> (numbers: [String?], response: QBXMLResponse) {
        let query = TxnQuery {
            $0.iterator = iterator
            $0.maxReturned = size
            $0.txnDateRange = from.map { TxnDateRange(from: $0) }
        }
        let response = try #require(try file.answers(.billQuery(query)).first)
        guard case .bills(let bills) = response.body else { throw Unexpected() }
        return (bills.map(\.refNumber), response)
    }

    @Test func `an iterator goes through all pages`() throws {
        let file = try fileWithBills()

        let first = try page(file, .start)
        let id = try #require(first.response.iteratorID)
        let second = try page(file, .continue(id: id))
        let third = try page(file, .continue(id: id))

        #expect(first.numbers == ["R1", "R2"])
        #expect(first.response.iteratorRemainingCount == 3)
        #expect(second.numbers == ["R3", "R4"])
        #expect(second.response.iteratorRemainingCount == 1)
        #expect(third.numbers == ["R5"])
        #expect(third.response.iteratorRemainingCount == 0)
        #expect(try page(file, .continue(id: id)).response.status.code == 3120)
    }

    @Test func `an iterator dies with the session and keeps its criteria`() throws {
        let file = try fileWithBills()
        let id = try #require(try page(file, .start).response.iteratorID)

        #expect(try page(file, .continue(id: id), from: "2026-02-02").response.status.code == 3210)
        file.endSession()
        #expect(try page(file, .continue(id: id)).response.status.code == 3120)
    }

    @Test func `without an iterator MaxReturned cuts off without a word`() throws {
        let result = try page(try fileWithBills(), nil)

        #expect(result.numbers == ["R1", "R2"])
        #expect(result.response.status == .ok)
        #expect(result.response.iteratorRemainingCount == nil)
    }

    @Test func `metadata alone is a count`() throws {
        let query = TxnQuery { $0.metaData = .only }

        let response = try #require(try fileWithBills().answers(.billQuery(query)).first)

        #expect(response.retCount == 5)
        #expect(response.body == .bills([]))
    }

    @Test(arguments: [
        (TxnQuery { $0.txnDateRange = TxnDateRange(from: "2026-02-02", to: "2026-02-03") }, ["R2", "R3"]),
        (TxnQuery { $0.refNumbers = ["r5"] }, ["R5"]),
        (TxnQuery { $0.refNumberFilter = RefNumberFilter(.endsWith, "4") }, ["R4"]),
        (TxnQuery { $0.entityFilter = EntityFilter { $0.fullNames = ["Steel Co"] } }, ["R4", "R5"]),
        // The clock ticks once per change, and six changes come before the bills.
        (TxnQuery { $0.modifiedDateRange = ModifiedDateRange(from: "2026-01-05T08:00:09") }, ["R4", "R5"]),
    ])
    func `bills are found by date, number, vendor and change`(query: TxnQuery, numbers: [String]) throws {
        let response = try #require(try fileWithBills().answers(.billQuery(query)).first)

        guard case .bills(let bills) = response.body else { throw Unexpected() }
        #expect(bills.map(\.refNumber) == numbers)
    }

    @Test func `every kind of cost has its query and counts in the job's report`() throws {
        let file = try Acme.file()
        _ = try file.answers(Acme.estimate([Acme.line("03-100", cents: 1_000_00)]))
        let lines = [CostLine.item("03-100", cents: 100_00, job: "Jones:House")]
        for kind in CostKind.allCases { try file.addCost(kind, payee: "Payee", date: "2026-02-01", lines: lines) }
        try file.addPurchaseOrder(vendor: "Steel Co", date: "2026-02-01", lines: lines)
        try file.addJournalEntry(
            date: "2026-02-01", debits: [.account("Job Costs", cents: 30_00, job: "Jones:House")],
            credits: [.account("Construction Income", cents: 30_00, job: nil)])
        let report = JobReportQuery {
            $0.reportType = .jobEstimatesVsActualsDetail
            $0.entityFilter = EntityFilter { $0.fullNames = ["Jones:House"] }
        }
        let all = TxnQuery()

        let responses = try file.answers(
            .billQuery(all), .checkQuery(all), .creditCardChargeQuery(all), .creditCardCreditQuery(all),
            .vendorCreditQuery(all), .purchaseOrderQuery(all), .journalEntryQuery(all), .jobReportQuery(report))

        #expect(responses.map(\.status.code) == [0, 0, 0, 0, 0, 0, 0, 0])
        guard case .report(let ret?) = responses[7].body else { throw Unexpected() }
        let rows = (ret.data?.rows ?? []).map { row -> [String?] in
            switch row {
            case .data(let cells), .total(let cells), .subtotal(let cells): cells.cells.map(\.value)
            case .text(let text): [text.value]
            }
        }
        #expect(
            rows == [
                ["03-100", "1000.00", "100.00", "-900.00", "1000.00", "0.00", "-1000.00"],
                ["No item", "0.00", "30.00", "30.00", "0.00", "0.00", "0.00"],
                ["TOTAL", "1000.00", "130.00", "-870.00", "1000.00", "0.00", "-1000.00"],
            ])
    }
}
