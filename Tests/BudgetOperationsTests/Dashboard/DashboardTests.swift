import BudgetDomain
import BudgetOperations
import SQLDatabase
import Synchronization
import TestStorage
import Testing

@Suite struct DashboardTests {
    @Test(arguments: Storage.available)
    func `a budget waits for its sender, then for the approver, then for nobody`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        let sending = try await dashboard(of: firm.manager, in: firm)
        #expect(
            sending.toSend.rows.map { [$0.projectNumber, "\($0.reason)"] } == [["1001", "neverSent"]])
        #expect(sending.toSend.rows.map(\.since) == [Fixture.start])
        #expect(sending.waiting == 1)
        #expect(try await dashboard(of: firm.viewer, in: firm).waiting == 0)

        firm.base.time.advance(seconds: 60)
        try await fixture.send()
        let sent = Instant(microsecondsSince1970: 1_772_442_060_000_000)
        let deciding = try await dashboard(of: firm.approver, in: firm)
        #expect(deciding.toDecide.rows.map(\.projectNumber) == ["1001"])
        #expect(deciding.toDecide.rows.map(\.sentByName) == ["Mia"])
        #expect(deciding.closed.rows.map(\.closedSince) == [sent])
        #expect(try await dashboard(of: firm.manager, in: firm).waiting == 0)

        try await fixture.accept()
        let accepted = try await dashboard(of: firm.approver, in: firm)
        #expect(accepted.waiting == 0)
        #expect(accepted.closed.rows.map(\.isStuck) == [false])
        firm.base.time.advance(seconds: 3_601)
        #expect(try await dashboard(of: firm.viewer, in: firm).closed.rows.map(\.isStuck) == [true])
    }

    @Test(arguments: Storage.available)
    func `a budget that is written again is closed since the difference, and stuck an hour after the decision`(
        storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        try await connector.sync(export)
        firm.base.time.advance(seconds: 7_200)
        _ = try await connector.record([.estimateRead(firm.project.id, .gone(deletedAt: nil))])
        firm.base.time.advance(seconds: 1_800)
        _ = try await firm.plumbline.writeOursAgain(of: "1001", in: firm.company.id, by: firm.approver.id)

        let decided = try await dashboard(of: firm.viewer, in: firm).closed.rows
        #expect(decided.map(\.export.state.name) == [.rewriteQueued])
        #expect(decided.map(\.closedSince) == [Instant(microsecondsSince1970: 1_772_449_200_000_000)])
        firm.base.time.advance(seconds: 3_600)
        #expect(try await dashboard(of: firm.viewer, in: firm).closed.rows.map(\.isStuck) == [false])
        firm.base.time.advance(seconds: 1)
        #expect(try await dashboard(of: firm.viewer, in: firm).closed.rows.map(\.isStuck) == [true])
    }

    @Test(arguments: Storage.available)
    func `an open budget waits for whoever may lock it, after those that can be sent`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        for (number, isERPIntegrated) in [("1002", true), ("1003", true), ("1004", false)] {
            _ = try await firm.plumbline.addProject(
                to: firm.company.id, number: number, name: "Depot", isERPIntegrated: isERPIntegrated,
                by: .commandLine)
        }
        try await firm.plumbline.lockBudget(of: "1002", in: firm.company.id, by: firm.manager.id)
        _ = try await firm.plumbline.addLineItem(
            code: "03-100", costType: "L", description: "", amount: .manual(usd(1_00)), to: "1004",
            in: firm.company.id, by: firm.manager.id)
        try await fixture.send()
        #expect(
            try await dashboard(of: firm.manager, in: firm).toSend.rows.map { [$0.projectNumber, "\($0.reason)"] }
                == [["1002", "neverSent"]])

        try await fixture.retrieve()
        try await firm.plumbline.unlockBudget(
            of: "1001", modifications: .preserve, in: firm.company.id, by: firm.manager.id)

        let waiting = try await dashboard(of: firm.manager, in: firm).toSend.rows
        #expect(
            waiting.map { [$0.projectNumber, "\($0.reason)"] } == [["1002", "neverSent"], ["1001", "open"]])
        #expect(waiting.map(\.since) == [Fixture.start, nil])
        #expect(try await dashboard(of: firm.viewer, in: firm).waiting == 0)
    }

    @Test(arguments: Storage.available)
    func `a rejected budget comes back to whoever may send it`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        try await fixture.send()
        try await fixture.reject("Concrete is too low")

        #expect(try await dashboard(of: firm.manager, in: firm).toSend.rows.map(\.reason) == [.returned])
        #expect(try await dashboard(of: firm.estimator, in: firm).waiting == 0)
        #expect(try await dashboard(of: firm.approver, in: firm).closed.count == 0)
    }

    @Test(arguments: Storage.available)
    func `what an approver sent himself waits for another where the company separates the two`(
        storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        _ = try await firm.plumbline.setPermissions(
            of: "ben@halvorsen.example", in: firm.company.id,
            to: Permissions(levels: [.budget: .admin, .erpIntegrations: .standard]), on: nil, by: .commandLine)
        _ = try await firm.plumbline.sendBudgetToERP(of: "1001", in: firm.company.id, by: firm.approver.id)

        #expect(try await dashboard(of: firm.approver, in: firm).toDecide.count == 1)
        _ = try await firm.plumbline.changeSettings(of: firm.company.id, by: .commandLine) {
            $0.senderMayNotApprove = true
        }
        #expect(try await dashboard(of: firm.approver, in: firm).toDecide.count == 0)
    }

    @Test(arguments: Storage.available)
    func `levels of a project count on it alone`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        _ = try await firm.plumbline.permit(
            email: "vic@halvorsen.example", in: firm.company.id, template: "project manager", on: "1001",
            by: .commandLine)
        #expect(try await dashboard(of: firm.viewer, in: firm).toSend.count == 1)
        _ = try await firm.plumbline.setPermissions(
            of: "mia@halvorsen.example", in: firm.company.id, to: Permissions(), on: "1001", by: .commandLine)
        #expect(try await dashboard(of: firm.manager, in: firm).toSend.count == 0)
    }

    @Test(arguments: Storage.available)
    func `a request for the privilege waits for those who may grant it`(storage: Storage) async throws {
        let fixture = try await PrivilegeRequestTests.fixture(storage)
        try await fixture.plumbline.requestAccountingPrivilege(
            reason: "June", in: fixture.company.id, by: fixture.manager.id)

        #expect(try await dashboard(of: fixture.approver, in: fixture).requests.rows.map(\.personName) == ["Mia"])
        #expect(try await dashboard(of: fixture.admin, in: fixture).requests.count == 0)
    }

    @Test(arguments: Storage.available)
    func `projects stand by what remains of their budgets, without what is only committed`(
        storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        _ = try await firm.plumbline.addProject(
            to: firm.company.id, number: "1002", name: "Depot", isERPIntegrated: true, by: .commandLine)
        try await fixture.storeCosts([
            ("1001", "bill", 150_000_00), ("1001", "vendor credit", -1_00), ("1001", "purchase order", 90_000_00),
            ("1002", "check", 5_00),
        ])

        let dashboard = try await self.dashboard(of: firm.admin, in: firm)
        #expect(dashboard.projectsOver == 1)
        let costs = dashboard.costs
        #expect(costs.rows.map(\.projectNumber) == ["1002", "1001"])
        #expect(costs.rows.map(\.revised) == [usd(0), usd(160_250_25)])
        #expect(costs.rows.map(\.actual) == [usd(5_00), usd(149_999_00)])
        #expect(costs.rows.map(\.remaining) == [usd(-5_00), usd(10_251_25)])
        #expect(try await self.dashboard(of: firm.viewer, in: firm).costs.count == 0)
    }

    @Test(arguments: Storage.available)
    func `the dashboard asks the same eleven times, however many projects there are`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        _ = try await firm.plumbline.grantAccountingPrivilege(
            to: "ada@halvorsen.example", in: firm.company.id, by: .commandLine)
        for number in 2_001...2_030 {
            _ = try await firm.plumbline.addProject(
                to: firm.company.id, number: "\(number)", name: "Depot", isERPIntegrated: true, by: .commandLine)
            try await firm.plumbline.lockBudget(of: "\(number)", in: firm.company.id, by: firm.manager.id)
        }
        let asked = Mutex(0)
        let plumbline = Plumbline(
            database: firm.base.database.observed { _ in asked.withLock { $0 += 1 } }, clock: firm.plumbline.clock,
            randomness: firm.plumbline.randomness, log: firm.plumbline.log)

        let dashboard = try await plumbline.dashboard(of: firm.company.id, by: firm.admin.id)

        #expect(dashboard.toSend.count == 31)
        #expect(dashboard.toSend.rows.count == 5)
        #expect(dashboard.toSend.unshown == 26)
        #expect(asked.withLock { $0 } == 11)
    }

    private func dashboard(of person: Person, in firm: FurnishedFixture) async throws -> Dashboard {
        try await firm.plumbline.dashboard(of: firm.company.id, by: person.id)
    }
}

extension SendingFixture {
    /// Stores costs as a session that read them leaves them.
    fileprivate func storeCosts(_ costs: [(project: String, kind: String, minorUnits: Int64)]) async throws {
        try await furnished.base.database.write(of: .everyCompany) { tx in
            try tx.execute("UPDATE connections SET costs_read_id = 'R-1', costs_read_at = 1")
            for (position, cost) in costs.enumerated() {
                try tx.execute(
                    """
                    INSERT INTO job_cost_lines (company_id, read_id, project_id, kind, txn_id, txn_line_id, date,
                        number, party, item_or_account, amount)
                    SELECT company_id, 'R-1', id, $1, $2, '1', '2026-03-01', '', '', '', CAST($3 AS BIGINT)
                    FROM projects WHERE number = $4
                    """, [.text(cost.kind), .text("\(position)"), .integer(cost.minorUnits), .text(cost.project)])
            }
        }
    }
}
