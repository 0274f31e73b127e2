import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct ExplainActTests {
    @Test(arguments: Storage.available)
    func `what the permissions lack is said for each way, with who gives it`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let explanation = try await explain(.lockBudget, by: fixture.viewer, on: nil, in: fixture)

        #expect(explanation.lacking == [[.level(.budget, .admin)], [.right(.lockBudget)]])
        #expect(explanation.refusals == [])
        #expect(explanation.company.directoryAdmins == ["Ada"])
        #expect(explanation.company.granters == [])
        #expect(!explanation.isPossible)
    }

    @Test(arguments: Storage.available)
    func `the levels of the project are the ones that count there`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        _ = try await fixture.plumbline.permit(
            email: "vic@halvorsen.example", in: fixture.company.id, template: "project manager", on: "1001",
            by: fixture.adminActor)

        #expect(try await explain(.lockBudget, by: fixture.viewer, on: "1001", in: fixture).isPossible)
        #expect(try await explain(.lockBudget, by: fixture.viewer, on: nil, in: fixture).isPossible == false)
    }

    @Test(arguments: Storage.available)
    func `the lock and the exports of the budget are said too`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        #expect(
            try await explain(.setOriginalAmount, by: firm.manager, on: "1001", in: firm).refusals
                == [.budgetIsLocked(act: .editOriginalAmount)])
        #expect(try await explain(.sendOrRetrieve, by: firm.manager, on: "1001", in: firm).isPossible)
        #expect(
            try await explain(.acceptOrRejectExport, by: firm.approver, on: "1001", in: firm).refusals
                == [.nothingWaitsForApprover])

        try await fixture.send()

        #expect(
            try await explain(.unlockBudget, by: firm.manager, on: "1001", in: firm).refusals
                == [.budgetWaitsForApprover(act: .unlock)])
        #expect(try await explain(.acceptOrRejectExport, by: firm.approver, on: "1001", in: firm).isPossible)
        let viewer = try await explain(.acceptOrRejectExport, by: firm.viewer, on: "1001", in: firm)
        #expect(viewer.lacking == [[.level(.erpIntegrations, .standard), .canPushToAccounting]])
        #expect(viewer.refusals == [])
    }

    @Test(arguments: Storage.available)
    func `deleting a line is answered by what the lines say`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished

        let none = try await explain(.deleteLineItem, by: firm.manager, on: "1001", in: firm)
        #expect(none.refusals == [.lockedLineHasAnOriginalAmount(code: "03-100.L")])
        #expect(none.refusalsOfSomeLines == [])
        try await fixture.send()
        let sent = try await explain(.deleteLineItem, by: firm.manager, on: "1001", in: firm)
        #expect(sent.refusals == [.budgetWaitsForApprover(act: .deleteLineItem)])
        #expect(sent.refusalsOfSomeLines == [])
        try await fixture.retrieve()
        try await firm.addLine("03-100", "M", 0)
        let some = try await explain(.deleteLineItem, by: firm.manager, on: "1001", in: firm)
        #expect(some.isPossible)
        #expect(some.refusalsOfSomeLines == [.lockedLineHasAnOriginalAmount(code: "03-100.L")])
    }

    @Test(arguments: Storage.available)
    func `who sends may not accept where the company separates the two`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let firm = fixture.furnished
        _ = try await firm.plumbline.changeSettings(of: firm.company.id, by: .commandLine) {
            $0.senderMayNotApprove = true
        }
        _ = try await firm.plumbline.grantAccountingPrivilege(
            to: "mia@halvorsen.example", in: firm.company.id, by: .commandLine)
        _ = try await firm.plumbline.setPermissions(
            of: "mia@halvorsen.example", in: firm.company.id,
            to: Permissions(levels: [.budget: .admin, .erpIntegrations: .standard]), on: nil, by: .commandLine)
        try await fixture.send()

        #expect(
            try await explain(.acceptOrRejectExport, by: firm.manager, on: "1001", in: firm).refusals
                == [.senderMayNotApprove(person: "Mia")])
    }

    @Test(arguments: Storage.available)
    func `strangers to the Directory ask about themselves alone`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        let own = try await plumbline.explanation(
            of: .manageDirectory, by: fixture.viewer.id, on: "1001", in: company, for: fixture.viewer.id)
        #expect(own.lacking == [[.level(.directory, .admin)]])
        await #expect(
            throws: Refused(
                .notPermitted(person: "Vic", act: .viewDirectory, needs: "Directory Read Only or higher"))
        ) {
            try await plumbline.explanation(
                of: .viewBudget, by: fixture.manager.id, on: nil, in: company, for: fixture.viewer.id)
        }
        await #expect(throws: Refused(.noSuchProject("9"))) {
            try await plumbline.explanation(
                of: .viewBudget, by: fixture.viewer.id, on: "9", in: company, for: fixture.viewer.id)
        }
    }

    private func explain(
        _ act: PermittedAct, by person: Person, on project: String?, in fixture: FurnishedFixture
    ) async throws -> ActExplanation {
        try await fixture.plumbline.explanation(
            of: act, by: person.id, on: project, in: fixture.company.id, for: fixture.admin.id)
    }
}
