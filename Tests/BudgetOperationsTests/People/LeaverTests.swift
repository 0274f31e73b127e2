import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

/// What somebody who was deactivated meets, and what they leave behind.
@Suite struct LeaverTests {
    @Test(arguments: Storage.available)
    func `every act of theirs is refused, by one sentence`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company, mia) = (fixture.plumbline, fixture.company.id, fixture.manager.id)
        try await plumbline.deactivatePerson("mia@halvorsen.example", in: company, by: .commandLine)
        let refused = Refused(.personIsDeactivated(person: "Mia"))

        await #expect(throws: refused) { try await fixture.addLine("03-100", "L", 100_00) }
        await #expect(throws: refused) { try await fixture.lock() }
        await #expect(throws: refused) { try await fixture.view() }
        await #expect(throws: refused) { try await plumbline.sendBudgetToERP(of: "1001", in: company, by: mia) }
        await #expect(throws: refused) { try await plumbline.dashboard(of: company, by: mia) }
        await #expect(throws: refused) { try await plumbline.personView(mia, in: company, by: mia) }
        await #expect(throws: refused) {
            try await plumbline.explanation(of: .viewBudget, by: mia, on: nil, in: company, for: mia)
        }
        await #expect(throws: refused) {
            try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: mia)
        }
        await #expect(throws: refused) {
            try await plumbline.addPerson(
                to: company, name: "Zoe", email: "zoe@halvorsen.example", template: "viewer",
                by: fixture.actor(fixture.manager))
        }
        #expect(try await fixture.lastAudit()?.act == .personDeactivated)
    }

    @Test(arguments: Storage.available)
    func `why they cannot do something says so before what else would stand in the way`(
        storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        func explain(_ act: PermittedAct, by person: Person) async throws -> ActExplanation {
            try await fixture.plumbline.explanation(
                of: act, by: person.id, on: "1001", in: fixture.company, for: firm.admin.id)
        }
        try await fixture.send()
        for name in ["mia", "ben"] {
            try await fixture.plumbline.deactivatePerson(
                "\(name)@halvorsen.example", in: fixture.company, by: .commandLine)
        }

        let lock = try await explain(.unlockBudget, by: firm.manager)
        #expect(!lock.person.isActive)
        #expect(lock.lacking == [])
        #expect(lock.refusals == [.budgetWaitsForApprover(act: .unlock)])
        #expect(!lock.isPossible)
        let look = try await explain(.viewBudget, by: firm.manager)
        #expect(look.lacking == [] && look.refusals == [])
        #expect(!look.isPossible)
        let accept = try await explain(.acceptOrRejectExport, by: firm.approver)
        #expect(accept.lacking == [[.canPushToAccounting]])
        #expect(accept.refusals == [])
    }

    @Test(arguments: Storage.available)
    func `an export that they accepted goes on as it was, under their name`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let (plumbline, admin) = (fixture.plumbline, fixture.furnished.admin.id)
        try await fixture.send()
        try await fixture.accept()
        let before = try await plumbline.exportProgress(of: "1001", in: fixture.company, by: admin)
        let leaving = try await plumbline.leaving(of: fixture.approver, in: fixture.company, by: admin)

        try await plumbline.deactivatePerson("ben@halvorsen.example", in: fixture.company, by: .commandLine)

        #expect(leaving.sessions == 0)
        #expect(leaving.accepted.map(\.project) == ["1001"])
        #expect(leaving.accepted.map(\.number) == [1])
        #expect(try await plumbline.exportProgress(of: "1001", in: fixture.company, by: admin) == before)
        let detail = try await plumbline.exportDetail(of: "1001", in: fixture.company, by: admin)
        #expect(detail.summary.export.state.name == .queued)
        #expect(before?.acceptance?.by == "Ben")
    }

    @Test(arguments: Storage.available)
    func `the audit of the company stays whole`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.plumbline.deactivatePerson(
            "ben@halvorsen.example", in: fixture.company.id, by: .commandLine)
        try await fixture.plumbline.reactivatePerson(
            "ben@halvorsen.example", in: fixture.company.id, by: .commandLine)

        let walk = try await fixture.plumbline.verifyAudit(of: fixture.company.id)

        #expect(walk.broken == nil)
    }
}
