import BudgetDomain
import Testing

@Suite struct BudgetLockTests {
    private let moved = Clinic.budget(modifications: [.move(1, from: "A", to: "C", 5)])

    @Test func `locking records who and when, once`() throws {
        let unlocked = BudgetStanding(budget: Clinic.budget(locked: false))

        #expect(try unlocked.locking(by: .manager, at: Clinic.at).lock == .locked(by: ID("Mia"), at: Clinic.at))
        let again = BudgetStanding(budget: Clinic.budget())
        #expect(
            codes(try again.locking(by: .manager, at: Clinic.at)) == ["budgetIsAlreadyLocked"])
        #expect(codes(try unlocked.locking(by: .viewer, at: Clinic.at)) == ["notPermitted"])
    }

    @Test func `unlocking preserves the modifications, or deletes them if QuickBooks never held the budget`() throws {
        let standing = BudgetStanding(budget: moved, exports: [Clinic.export(.rejected)])

        let preserved = try standing.unlocking(by: .manager, modifications: .preserve)
        #expect(preserved == Clinic.budget(locked: false, modifications: [.move(1, from: "A", to: "C", 5)]))
        let deleted = try standing.unlocking(by: .manager, modifications: .delete)
        #expect(deleted == Clinic.budget(locked: false))
    }

    @Test func `modifications of a budget that QuickBooks holds cannot be deleted`() throws {
        let exports = [Clinic.export(.synced), Clinic.export(.retrieved, number: 2, kind: .update)]
        let standing = BudgetStanding(budget: moved, exports: exports)

        #expect(
            codes(try standing.unlocking(by: .manager, modifications: .delete)) == [
                "syncedModificationsCannotBeDeleted"
            ])
        #expect(try !standing.unlocking(by: .manager, modifications: .preserve).isLocked)
    }

    @Test func `unlocking needs Budget Admin and a locked budget`() {
        let right = Person.person("Lou", [.budget: .standard], rights: Set(GranularRight.allCases))
        let standing = BudgetStanding(budget: moved)
        #expect(
            codes(try standing.unlocking(by: right, modifications: .preserve)) == ["notPermitted"])
        let unlocked = BudgetStanding(budget: Clinic.budget(locked: false))
        #expect(
            codes(try unlocked.unlocking(by: .manager, modifications: .preserve)) == ["budgetIsNotLocked"])
    }
}
