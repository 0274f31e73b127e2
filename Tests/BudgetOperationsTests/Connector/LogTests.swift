import BudgetDomain
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
            try await plumbline.connectorSessions(of: company, by: fixture.approver).map(\.closedAt) == [nil])

        try await part.close()

        let sessions = try await plumbline.connectorSessions(of: company, by: fixture.approver)
        #expect(sessions.map(\.openedAt) == [Fixture.start])
        #expect(sessions.map(\.closedAt) == [Fixture.start])
        #expect(sessions.map(\.requests) == [1])
        let requests = try await plumbline.requests(of: company, by: fixture.approver)
        #expect(
            requests == [
                RequestRecord(
                    id: "PL-SET-1", purpose: .estimate, state: .answered, handedOutAt: Fixture.start,
                    answeredAt: Fixture.start, request: "", answer: "")
            ])
        let one = try await plumbline.request(id: "PL-SET-1", of: company, by: fixture.approver)
        #expect(one?.request == "<QBXML></QBXML>" && one?.answer == "<QBXML></QBXML>")
        #expect(try await plumbline.request(id: "none", of: company, by: fixture.approver) == nil)
        #expect(try await plumbline.companyFile(of: company, by: fixture.approver) == nil)
    }

    @Test(arguments: Storage.available)
    func `whoever does not see ERP Integrations sees nothing of its log`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let (plumbline, company, manager) = (fixture.plumbline, fixture.company, fixture.manager)

        await #expect(throws: Refused.self) { try await plumbline.connectorSessions(of: company, by: manager) }
        await #expect(throws: Refused.self) { try await plumbline.requests(of: company, by: manager) }
        await #expect(throws: Refused.self) { try await plumbline.request(id: "x", of: company, by: manager) }
        await #expect(throws: Refused.self) { try await plumbline.companyFile(of: company, by: manager) }
        await #expect(throws: Refused.self) {
            try await plumbline.companyJobCosts(page: 1, in: company, by: manager)
        }
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
