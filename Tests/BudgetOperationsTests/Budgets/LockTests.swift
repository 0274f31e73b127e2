import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct LockTests {
    @Test(arguments: Storage.available)
    func `a locked budget keeps who locked it and when`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100_00)

        try await fixture.lock()

        let view = try await fixture.view()
        #expect(view.standing.budget.lock == .locked(by: fixture.manager.id, at: Fixture.start))
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.actor(fixture.manager), act: .budgetLocked,
                    subject: "budget of 1001", details: "lines: 1\noriginal total: 100.00"))
        await #expect(throws: Refused(.budgetIsAlreadyLocked)) { try await fixture.lock() }
    }

    @Test(arguments: Storage.available)
    func `a modification is numbered and moves money`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let from = try await fixture.addLine("03-100", "L", 100_00)
        let to = try await fixture.addLine("03-300", "M", 200_00)
        try await fixture.lock()
        func move(_ minorUnits: Int64) async throws -> BudgetModification {
            try await fixture.plumbline.createModification(
                from: "03-100.L", to: "03-300.M", amount: usd(minorUnits), notes: "Thicker slab", of: "1001",
                in: fixture.company.id, by: fixture.manager.id)
        }

        let first = try await move(10_00)
        let second = try await move(5_00)

        #expect(
            second
                == BudgetModification(
                    id: second.id, number: 2, from: from.id, to: to.id, amount: usd(5_00), notes: "Thicker slab"))
        let view = try await fixture.view()
        #expect(view.standing.budget.modifications == [first, second])
        #expect(view.amounts.map(\.modifications) == [usd(-15_00), usd(15_00)])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 14, at: Fixture.start, actor: fixture.actor(fixture.manager),
                    act: .modificationCreated, subject: "budget of 1001",
                    details: "modification: 2\nfrom: 03-100.L\nto: 03-300.M\namount: 5.00"))
        await #expect(throws: Refused(.modificationMovesNothing)) { try await move(0) }
    }

    @Test(arguments: Storage.available, [(ModificationsOnUnlock.preserve, 1, 0), (.delete, 0, 1)])
    func `unlocking keeps or deletes the modifications`(
        storage: Storage, choice: (modifications: ModificationsOnUnlock, kept: Int, deleted: Int)
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.addLine("03-300", "M", 200_00)
        try await fixture.lock()
        _ = try await fixture.plumbline.createModification(
            from: "03-100.L", to: "03-300.M", amount: usd(1_00), notes: "", of: "1001", in: fixture.company.id,
            by: fixture.manager.id)

        try await fixture.plumbline.unlockBudget(
            of: "1001", modifications: choice.modifications, in: fixture.company.id, by: fixture.manager.id)

        let budget = try await fixture.view().standing.budget
        #expect(budget.lock == .unlocked)
        #expect(budget.modifications.count == choice.kept)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 14, at: Fixture.start, actor: fixture.actor(fixture.manager), act: .budgetUnlocked,
                    subject: "budget of 1001",
                    details: "modifications kept: \(choice.kept)\nmodifications deleted: \(choice.deleted)"))
    }

    @Test(arguments: Storage.available)
    func `a right on the project alone suffices there`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        _ = try await fixture.plumbline.setPermissions(
            of: fixture.viewer.email, in: fixture.company.id,
            to: Permissions(levels: [.budget: .readOnly], rights: [.lockBudget]), on: "1001", by: .commandLine)

        try await fixture.plumbline.lockBudget(of: "1001", in: fixture.company.id, by: fixture.viewer.id)

        let lock = try await fixture.view().standing.budget.lock
        #expect(lock == .locked(by: fixture.viewer.id, at: Fixture.start))
        await #expect(
            throws: Refused(.notPermitted(person: "Vic", act: .unlockBudget, needs: "Budget Admin"))
        ) {
            try await fixture.plumbline.unlockBudget(
                of: "1001", modifications: .preserve, in: fixture.company.id, by: fixture.viewer.id)
        }
    }
}
