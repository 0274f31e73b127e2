import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

/// What the log and the company-wide report read.
@Suite struct LogTests {
    @Test(arguments: Storage.available)
    func `a session and the request that wrote in it are listed, without secrets`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let part = try await ConnectorPart(fixture)
        try await part.sync(export)
        let (plumbline, company) = (fixture.plumbline, fixture.company)
        #expect(
            try await plumbline.connectorSessions(of: company, page: 1, by: fixture.approver).rows.map(\.closedAt)
                == [nil])

        try await part.close()

        let sessions = try await plumbline.connectorSessions(of: company, page: 1, by: fixture.approver).rows
        #expect(sessions.map(\.openedAt) == [Fixture.start])
        #expect(sessions.map(\.closedAt) == [Fixture.start])
        #expect(sessions.map(\.requests) == [1])
        let request = RequestRecord(
            id: "PL-SET-1", purpose: .estimate, state: .answered, handedOutAt: Fixture.start,
            answeredAt: Fixture.start, request: "", answer: "")
        #expect(
            try await plumbline.requests(of: company, page: 1, by: fixture.approver)
                == PartOfLog(rows: [request], page: 1, total: 1))
        let session = try #require(sessions.first)
        #expect(try await plumbline.requests(in: session, of: company, by: fixture.approver) == [request])
        #expect(
            try await plumbline.connectorSession(id: session.id, of: company, by: fixture.approver) == session)
        #expect(try await plumbline.connectorSession(id: "none", of: company, by: fixture.approver) == nil)
        let one = try await plumbline.request(id: "PL-SET-1", of: company, by: fixture.approver)
        #expect(one?.request == "<QBXML></QBXML>" && one?.answer == "<QBXML></QBXML>")
        #expect(try await plumbline.request(id: "none", of: company, by: fixture.approver) == nil)
        #expect(try await plumbline.companyFile(of: company, by: fixture.approver) == nil)
    }

    @Test(arguments: Storage.available)
    func `whoever does not see ERP Integrations sees nothing of its log`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let (plumbline, company, manager) = (fixture.plumbline, fixture.company, fixture.manager)

        await #expect(throws: Refused.self) {
            try await plumbline.connectorSessions(of: company, page: 1, by: manager)
        }
        await #expect(throws: Refused.self) {
            try await plumbline.connectorSession(id: "x", of: company, by: manager)
        }
        await #expect(throws: Refused.self) { try await plumbline.requests(of: company, page: 1, by: manager) }
        await #expect(throws: Refused.self) { try await plumbline.request(id: "x", of: company, by: manager) }
        await #expect(throws: Refused.self) { try await plumbline.companyFile(of: company, by: manager) }
        await #expect(throws: Refused.self) {
            try await plumbline.companyJobCosts(page: 1, in: company, by: manager)
        }
    }

    @Test(arguments: Storage.available)
    func `long lists come in parts, the newest first`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.addOverSessions(101)
        let (plumbline, company) = (fixture.plumbline, fixture.company)

        let first = try await plumbline.connectorSessions(of: company, page: 1)
        #expect(first.rows.count == 50 && first.page == 1 && first.total == 101)
        #expect(first.rows.first?.id == "session-0101" && first.rows.last?.id == "session-0052")
        let last = try await plumbline.connectorSessions(of: company, page: 9)
        #expect(last.page == 3 && last.rows.map(\.id) == ["session-0001"])
    }

    @Test(arguments: Storage.available)
    func `sessions leave the log after a year, those that are open do not`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.addOverSessions(3)
        let (plumbline, company) = (fixture.plumbline, fixture.company)
        try await plumbline.database.write(of: company) { tx in
            try tx.execute(
                "UPDATE connector_sessions SET closed_at = NULL WHERE company_id = $1 AND opened_at = $2",
                [.text(company.text), .integer(Fixture.start.adding(seconds: 2).microsecondsSince1970)])
        }

        // A year after the second of them opened.
        fixture.furnished.base.time.advance(seconds: 365 * 24 * 60 * 60 + 3)

        #expect(try await plumbline.keepHouse() == 1)
        #expect(
            try await plumbline.connectorSessions(of: company, page: 1).rows.map(\.id)
                == ["session-0003", "session-0002"])
    }

    @Test(arguments: Storage.available)
    func `the company's job costs are those of each linked project`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let part = try await ConnectorPart(fixture)
        try await part.sync(export)
        _ = try await fixture.plumbline.addProject(
            to: fixture.company, number: "1002", name: "Not linked", isERPIntegrated: true, by: .commandLine)

        let costs = try await fixture.plumbline.companyJobCosts(
            page: 9, in: fixture.company, by: fixture.furnished.admin.id)

        #expect(costs.projects == 1 && costs.costsReadAt == nil)
        #expect(costs.rows.map(\.project.number) == ["1001"])
        #expect(costs.rows.map(\.total.originalEstimate) == [usd(160_250_25)])
        #expect(costs.rows.map(\.estimateReadAt) == [Fixture.start])
    }
}

extension SendingFixture {
    /// Sessions that are over, one a second, named by their order.
    fileprivate func addOverSessions(_ count: Int) async throws {
        let company = company
        try await plumbline.database.write(of: company) { tx in
            for number in 1...count {
                let opened = Fixture.start.adding(seconds: Int64(number)).microsecondsSince1970
                let padded = String("000\(number)".suffix(4))
                try tx.execute(
                    """
                    INSERT INTO connector_sessions
                        (company_id, ticket_digest, connection_id, opened_at, last_call_at, closed_at, state)
                    SELECT company_id, $1, id, $2, $2, $2, '' FROM connections WHERE company_id = $3
                    """, [.text("session-\(padded)-rest"), .integer(opened), .text(company.text)])
            }
        }
    }
}
