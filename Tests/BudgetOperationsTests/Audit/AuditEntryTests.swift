import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct AuditEntryTests {
    @Test(arguments: Storage.available)
    func `entries come newest first, page by page`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let newest = try await fixture.plumbline.auditEntries(of: fixture.company.id, limit: 3)
        let next = try await fixture.plumbline.auditEntries(of: fixture.company.id, before: 7, limit: 100)

        #expect(newest.map(\.number) == [9, 8, 7])
        #expect(newest.map(\.act) == [.costCodesAdded, .projectAdded, .privilegeGranted])
        #expect(next.map(\.number) == [6, 5, 4, 3, 2, 1])
        #expect(next.last?.act == .companyAdded)
    }

    @Test(arguments: Storage.available)
    func `each company has entries of its own from 1`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let other = try await fixture.plumbline.addCompany(name: "Other", currency: .cad)

        let entries = try await fixture.plumbline.auditEntries(of: other.id, limit: 10)
        #expect(
            entries == [
                AuditEntry(
                    number: 1, at: Fixture.start, actor: .commandLine, act: .companyAdded, subject: "company Other",
                    details: "currency: CAD")
            ])
    }

    @Test(arguments: Storage.available)
    func `a refused act leaves no entry`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        await #expect(throws: Refused(.budgetIsNotLocked(act: .unlock))) {
            try await fixture.plumbline.unlockBudget(
                of: "1001", modifications: .preserve, in: fixture.company.id, by: fixture.manager.id)
        }

        let audit = try await fixture.lastAudit()
        #expect(audit?.number == 9)
    }
}
