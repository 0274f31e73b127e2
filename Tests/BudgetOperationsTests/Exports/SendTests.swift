import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct SendTests {
    @Test(arguments: Storage.available)
    func `a send freezes the transactions under a digest`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)

        let export = try await fixture.send()

        #expect(export.number == 1 && export.kind == .original && export.state == .readyToExport)
        #expect(export.sentBy == fixture.manager && export.sentAt == Fixture.start)
        let detail = try await fixture.detail()
        #expect(detail.summary.digest == "be03070323e54f194c32d83e376861daaaa8f0e1cd0b62038f481d8bb27e477f")
        #expect(detail.transactions.map(\.amount) == [usd(120_000_25), usd(40_250_00)])
        #expect(
            detail.transactions.map(\.draft.description) == [
                "Formwork.Labor [Labor]", "Concrete.Materials [Materials]",
            ])
        #expect(Set(detail.transactions.map(\.mark)).count == 2)
        let audit = try #require(try await fixture.furnished.lastAudit())
        #expect(audit.act == .budgetSent && audit.subject == "export 1 of 1001")
        #expect(audit.details == "transactions: 2\ndigest: \(detail.summary.digest)")
    }

    @Test(arguments: Storage.available)
    func `what was sent stays as it was when the budget changes`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.retrieve()
        try await fixture.plumbline.unlockBudget(
            of: "1001", modifications: .preserve, in: fixture.company, by: fixture.manager)
        _ = try await fixture.plumbline.setOriginalAmount(
            of: "03-100.L", to: .manual(usd(1_00)), on: "1001", in: fixture.company, by: fixture.manager)
        try await fixture.furnished.lock()
        fixture.furnished.base.time.advance(seconds: 60)

        try await fixture.send()

        let exports = try await fixture.plumbline.exports(of: fixture.company, by: fixture.approver)
        #expect(exports.map(\.export.number) == [2, 1])
        #expect(exports.map(\.export.kind) == [.original, .original])
        #expect(exports.map(\.total) == [usd(40_251_00), usd(160_250_25)])
        #expect(exports[0].digest != exports[1].digest)
    }

    @Test(arguments: Storage.available)
    func `of two sends at once one is refused as a second send is`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)

        async let first = Result.of { try await fixture.send() }
        async let second = Result.of { try await fixture.send() }
        let results = await [first, second]

        #expect(results.compactMap { try? $0.get() }.count == 1)
        #expect(results.compactMap(\.refused) == [Refused(.budgetWaitsForApprover(act: .send))])
        await #expect(throws: Refused(.budgetWaitsForApprover(act: .send))) { try await fixture.send() }
        #expect(try await fixture.plumbline.exports(of: fixture.company, by: fixture.approver).count == 1)
    }

    @Test(arguments: Storage.available)
    func `a send names everything that it lacks, and changes nothing`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.loseJob()
        try await fixture.furnished.base.database.write(of: .everyCompany) { tx in try tx.execute("DELETE FROM items") }

        await #expect(
            throws: Refused([
                .projectIsNotSynced(project: "1001"), .costCodesAreNotSynced(codes: ["03-100", "03-300"]),
            ])
        ) { try await fixture.send() }
        await #expect(
            throws: Refused(
                .notPermitted(person: "Eve", act: .sendOrRetrieve, needs: Self.needed(for: .sendOrRetrieve)))
        ) {
            try await fixture.plumbline.sendBudgetToERP(
                of: "1001", in: fixture.company, by: fixture.furnished.estimator.id)
        }
        #expect(try await fixture.plumbline.exports(of: fixture.company, by: fixture.approver) == [])
    }

    @Test(arguments: Storage.available)
    func `a retrieved budget stays locked and may be sent again`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        await #expect(throws: Refused(.nothingToRetrieve)) { try await fixture.retrieve() }
        try await fixture.send()

        let export = try await fixture.retrieve()

        #expect(export.state == .retrieved(by: fixture.manager, at: Fixture.start))
        let view = try await fixture.furnished.view()
        #expect(view.erpStatus == .notInERP)
        #expect(view.standing.budget.isLocked)
        #expect(try await fixture.send().number == 2)
        await #expect(throws: Refused(.budgetWaitsForApprover(act: .unlock))) {
            try await fixture.plumbline.unlockBudget(
                of: "1001", modifications: .preserve, in: fixture.company, by: fixture.manager)
        }
    }

    private static func needed(for act: PermittedAct) -> String {
        PermissionTable.requirement(for: act).description
    }
}

extension Result where Failure == any Error {
    static func of(_ body: @Sendable () async throws -> Success) async -> Result {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    var refused: Refused? {
        if case .failure(let error) = self { error as? Refused } else { nil }
    }
}
