import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct CostCodeTests {
    @Test(arguments: Storage.available)
    func `cost codes that are there already are passed over`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let added = try await fixture.plumbline.addCostCodes(
            [
                CostCodeDraft(code: "03-100", title: "Formwork"),
                CostCodeDraft(code: "09-200", title: "Plaster", parentCode: "09"),
                CostCodeDraft(code: "09", title: "Finishes"),
            ], to: fixture.company.id, by: fixture.adminActor)

        #expect(added == 2)
        let codes = try await fixture.plumbline.costCodes(of: fixture.company.id)
        #expect(codes.map(\.costCode.code) == ["03-100", "03-300", "09", "09-200"])
        #expect(codes.map(\.costCode.title) == ["Formwork", "Concrete", "Finishes", "Plaster"])
        #expect(codes.map(\.costCode.parentCode) == [nil, nil, nil, "09"])
        #expect(codes.map(\.item) == [.notSynced, .notSynced, .notSynced, .notSynced])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .costCodesAdded,
                    subject: "cost codes", details: "added: 2\ncodes: 09-200, 09"))
    }

    @Test(arguments: [
        CostCodeDraft(code: "03-100", title: "Shuttering"),
        CostCodeDraft(code: "03-100", title: "Formwork", parentCode: "03-300"),
    ])
    func `a code that is there with something else about it is refused`(draft: CostCodeDraft) async throws {
        let fixture = try await FurnishedFixture(.memory)

        await #expect(throws: Refused(.costCodeAlreadyExists("03-100"))) {
            try await fixture.plumbline.addCostCodes(
                [CostCodeDraft(code: "01", title: "General"), draft], to: fixture.company.id, by: .commandLine)
        }

        let codes = try await fixture.plumbline.costCodes(of: fixture.company.id)
        #expect(codes.map(\.costCode.code) == ["03-100", "03-300"])
    }

    @Test func `codes that differ only in capitals are one code`() async throws {
        let fixture = try await FurnishedFixture(.memory)

        await #expect(throws: Refused(.costCodeAlreadyExists("03-A"))) {
            try await fixture.plumbline.addCostCodes(
                [CostCodeDraft(code: "03-A", title: "A"), CostCodeDraft(code: "03-a", title: "A")],
                to: fixture.company.id, by: .commandLine)
        }
    }

    @Test func `a tier above that does not exist and texts that are too long are refused`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        func add(_ draft: CostCodeDraft) async throws -> Int {
            try await fixture.plumbline.addCostCodes([draft], to: fixture.company.id, by: .commandLine)
        }

        await #expect(throws: Refused(.noSuchCostCode("09"))) {
            try await add(CostCodeDraft(code: "09-200", title: "Plaster", parentCode: "09"))
        }
        await #expect(throws: Refused(.textIsTooLong(field: "The cost code", longest: 50))) {
            try await add(CostCodeDraft(code: String(repeating: "9", count: 51), title: "Plaster"))
        }
        await #expect(throws: Refused(.textIsTooLong(field: "The cost code's title", longest: 255))) {
            try await add(CostCodeDraft(code: "09", title: String(repeating: "P", count: 256)))
        }
    }

    @Test(arguments: Storage.available)
    func `a firm adds a cost type of its own and renames it`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline
        let start = try await plumbline.costTypes(of: fixture.company.id)

        for name in ["Rental", "Rented Plant", "Rented Plant"] {
            try await plumbline.addCostType(
                code: "R", name: name, to: fixture.company.id, by: fixture.adminActor)
        }

        let types = try await plumbline.costTypes(of: fixture.company.id)
        #expect(Set(types).subtracting(start) == [CostType(code: "R", name: "Rented Plant")])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.adminActor, act: .costCodesAdded,
                    subject: "cost type R", details: "name: Rented Plant"))
        await #expect(throws: Refused(.textIsTooLong(field: "The cost type", longest: 31))) {
            try await plumbline.addCostType(
                code: "R", name: String(repeating: "R", count: 32), to: fixture.company.id, by: .commandLine)
        }
    }
}
