import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct HousekeepingTests {
    @Test(arguments: Storage.available)
    func `pages of a read that never ended go, and what is shown stays`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)
        let connector = try await ConnectorPart(fixture)
        try await connector.read("shown", lines: 2, isWhole: true)
        try await connector.read("before", lines: 3)
        try await connector.read("tried", lines: 1)
        try await connector.close()
        #expect(try await fixture.reads() == ["before": 3, "shown": 2, "tried": 1])

        #expect(try await fixture.plumbline.keepHouse() == 4)

        #expect(try await fixture.reads() == ["shown": 2])
        #expect(try await fixture.plumbline.keepHouse() == 0)
    }

    @Test(arguments: Storage.available)
    func `a read that a session is at stays`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)
        let connector = try await ConnectorPart(fixture)
        try await connector.read("given up", lines: 1)
        try await connector.read("under way", lines: 2)

        #expect(try await fixture.plumbline.keepHouse() == 0)
        fixture.furnished.base.time.advance(seconds: 2 * 60 * 60)
        #expect(try await fixture.plumbline.keepHouse() == 1)

        #expect(try await fixture.reads() == ["under way": 2])
    }

    @Test(arguments: Storage.available)
    func `the reads of one company say nothing about another's`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)
        let connector = try await ConnectorPart(fixture)
        try await connector.read("shown", lines: 2, isWhole: true)
        let theirs = try await fixture.plumbline.addCompany(name: "Nygaard Homes", currency: .usd)
        _ = try await fixture.plumbline.addConnection(to: theirs.id, by: .commandLine)

        #expect(try await fixture.plumbline.keepHouse() == 0)

        #expect(try await fixture.reads() == ["shown": 2])
    }

    @Test(arguments: Storage.available)
    func `messages go after thirty days`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        fixture.furnished.base.time.advance(seconds: 30 * 24 * 60 * 60)
        try await fixture.reject("03-300 is steel")

        #expect(try await fixture.plumbline.keepHouse() == 0)
        fixture.furnished.base.time.advance(seconds: 1)
        #expect(try await fixture.plumbline.keepHouse() == 1)

        #expect(try await fixture.deliveries().map(\.topic) == ["export.rejected"])
    }
}

extension ConnectorPart {
    /// Takes a page of costs in, as part of a read that the session's state names.
    fileprivate func read(_ readID: String, lines: Int, isWhole: Bool = false) async throws {
        let page = (1...lines).map { number in
            ConnectorOutcome.CostLine(
                jobListID: "J-1",
                line: JobCostDocumentLine(
                    kind: .bill, txnID: "B-\(number)", txnLineID: "L-1", date: "2026-03-01", number: "",
                    party: "", itemListID: nil, itemOrAccount: "", amount: usd(1_00)))
        }
        var outcomes = [ConnectorOutcome.costLines(readID: readID, page)]
        if isWhole { outcomes.append(.costsRead(readID: readID)) }
        _ = try await record(outcomes, state: "{\"costs\":\"\(readID)\"}")
    }
}

extension SendingFixture {
    /// How many lines each read has left.
    fileprivate func reads() async throws -> [String: Int] {
        let company = company
        return try await plumbline.database.read(of: .company(company.text)) { tx in
            let rows = try tx.rows(
                "SELECT read_id, COUNT(*) FROM job_cost_lines WHERE company_id = $1 GROUP BY read_id",
                [.text(company.text)])
            return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text(0), try $0.int(1)) })
        }
    }
}
