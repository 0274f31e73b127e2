import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct BudgetUploadTests {
    @Test(arguments: Storage.available)
    func `an upload is its person's alone, and the next one takes its place`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        func keep(_ bytes: [UInt8], by person: Person) async throws -> ID<BudgetUpload> {
            try await fixture.plumbline.keepUpload(
                bytes, name: "budget.csv", for: "1001", in: fixture.company.id, by: person.id)
        }
        func upload(_ id: ID<BudgetUpload>, by person: Person) async throws -> BudgetUpload? {
            try await fixture.plumbline.upload(id, for: "1001", in: fixture.company.id, by: person.id)
        }
        let first = try await keep([0, 255, 13, 10], by: fixture.manager)
        #expect(
            try await upload(first, by: fixture.manager)
                == BudgetUpload(id: first, name: "budget.csv", bytes: [0, 255, 13, 10], uploadedAt: Fixture.start))
        #expect(try await upload(first, by: fixture.estimator) == nil)

        let second = try await keep([1], by: fixture.manager)

        #expect(try await upload(first, by: fixture.manager) == nil)
        #expect(try await upload(second, by: fixture.manager)?.bytes == [1])
        try await fixture.plumbline.discardUpload(for: "1001", in: fixture.company.id, by: fixture.manager.id)
        #expect(try await upload(second, by: fixture.manager) == nil)
    }

    @Test(arguments: Storage.available)
    func `nothing is kept for a locked budget or for whoever may not import`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Vic", act: .importBudget,
                    needs: PermissionTable.requirement(for: .importBudget).description))
        ) {
            try await fixture.plumbline.keepUpload(
                [1], name: "budget.csv", for: "1001", in: fixture.company.id, by: fixture.viewer.id)
        }
        try await fixture.lock()
        await #expect(throws: Refused(.budgetIsLocked(act: .importBudget))) {
            try await fixture.plumbline.keepUpload(
                [1], name: "budget.csv", for: "1001", in: fixture.company.id, by: fixture.manager.id)
        }
    }

    @Test(arguments: Storage.available)
    func `an upload that nobody imported is forgotten after a day`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let id = try await fixture.plumbline.keepUpload(
            [1], name: "budget.csv", for: "1001", in: fixture.company.id, by: fixture.manager.id)
        fixture.base.time.advance(seconds: 24 * 60 * 60)
        _ = try await fixture.plumbline.keepHouse()
        #expect(
            try await fixture.plumbline.upload(id, for: "1001", in: fixture.company.id, by: fixture.manager.id) != nil)
        fixture.base.time.advance(seconds: 1)

        _ = try await fixture.plumbline.keepHouse()

        #expect(
            try await fixture.plumbline.upload(id, for: "1001", in: fixture.company.id, by: fixture.manager.id) == nil)
    }
}
