import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import TestStorage
import Testing

/// Jobs and items that a bookkeeper renames, merges, deletes or makes inactive.
@Suite(.timeLimit(.minutes(10))) struct ListTroubleTests {
    private static let job = "Harbour Health:Harbour Street Clinic"

    @Test(arguments: Storage.available)
    func `an inactive job or item fails the export before anything leaves, and says who mends it`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        let writes = firm.books.executedWrites
        try firm.books.setItem("05-200", isActive: false)
        try firm.books.setItem("09-900", isActive: false)

        _ = await firm.connector().poll()

        #expect(
            try await firm.fault()
                == ERPFault(
                    code: "items-inactive",
                    text: "Inactive in QuickBooks, which takes no new lines on them: 05-200, 09-900.",
                    meaning: "Nothing was written. What was accepted still waits.",
                    cure: "A bookkeeper makes them active in QuickBooks; then an approver exports again.",
                    mayPass: false))
        #expect(firm.books.executedWrites == writes && firm.books.estimates.isEmpty)
        try firm.books.setItem("05-200", isActive: true)
        try firm.books.setItem("09-900", isActive: true)
        try firm.books.setCustomer(Self.job, isActive: false)
        _ = try await firm.plumbline.exportAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        #expect(try await firm.fault()?.code == "job-inactive")
        #expect(firm.books.executedWrites == writes)

        try firm.books.setCustomer(Self.job, isActive: true)
        _ = try await firm.plumbline.exportAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available)
    func `what is known to be inactive is not accepted, and being mended is noticed without anybody's help`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        try firm.books.setItem("05-200", isActive: false)
        _ = await firm.connector().poll()
        _ = try await firm.plumbline.rejectExport(
            of: Firm.project, comment: "Steel is inactive.", in: firm.company.id, by: firm.approver.id)
        try await firm.plumbline.lockBudget(of: Firm.project, in: firm.company.id, by: firm.manager.id)

        await #expect(throws: Refused(.itemsAreInactive(items: ["05-200"]))) {
            try await firm.plumbline.sendBudgetToERP(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        }
        try firm.books.setItem("05-200", isActive: true)
        #expect(await firm.connector().poll().outcome == .nothingToDo)
        firm.time.move(seconds: 11 * 60)
        #expect(await firm.connector().poll().outcome == .finished)
        #expect(await firm.connector().poll().outcome == .nothingToDo)

        _ = try await firm.plumbline.sendBudgetToERP(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        try await firm.accept()
        _ = await firm.connector().poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available)
    func `renamed jobs and items stay who they are, under their new names`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try firm.books.renameItem("05-200", to: "05-200 Steel")
        try firm.books.renameCustomer(Self.job, to: "Clinic (new name)")
        try await firm.accept()

        _ = await firm.connector().poll()

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
        #expect(firm.books.estimates.first?.customer == "Harbour Health:Clinic (new name)")
        let project = try await firm.plumbline.budget(
            of: Firm.project, in: firm.company.id, by: firm.manager.id
        ).project
        #expect(project.job.reference?.fullName == "Harbour Health:Clinic (new name)")
        let entries = try await firm.plumbline.auditEntries(of: firm.company.id, limit: 20)
        #expect(
            entries.filter { $0.act == .listsChanged }.map(\.details) == [
                "job renamed: \(Self.job) → Harbour Health:Clinic (new name)\nitem renamed: 05-200 → 05-200 Steel"
            ])
    }

    @Test(arguments: Storage.available)
    func `a merged item fails the export; asked for again it is made once, under its own name`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        try firm.books.mergeItem("05-200", into: "03-100")

        _ = await firm.connector().poll()

        #expect(try await firm.fault()?.code == "items-missing")
        #expect(firm.books.estimates.isEmpty)
        #expect(
            try await firm.preview().preflight.findings.first { $0.check == .items }?.verdict == .stops)
        let asked = try await firm.plumbline.requestItems(
            ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses"), codes: nil,
            in: firm.company.id, by: firm.approver.id)
        #expect(asked == 1)
        _ = try await firm.plumbline.exportAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
        #expect(firm.books.itemNames.sorted() == ["03-100", "05-200", "09-900"])
    }

    @Test(arguments: Storage.available)
    func `a job merged into another fails the update until an approver links the project with that one`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        try firm.books.addCustomer("Harbour Health:Annexe")
        try firm.books.mergeCustomer(Self.job, into: "Harbour Health:Annexe")
        try await firm.modify(cents: 1_000_00)

        _ = await firm.connector().poll()

        #expect(try await firm.fault()?.code == "job-gone")
        #expect(firm.books.estimates.map(\.lines.count) == [5])
        try await firm.plumbline.requestJob(
            .linkTo(fullName: "Harbour Health:Annexe"), for: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = try await firm.plumbline.exportAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 7)
        #expect(firm.books.customerNames == ["Harbour Health", "Harbour Health:Annexe"])
    }

    @Test(arguments: Storage.available)
    func `the closing date and switched-off estimates are known before anybody accepts`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        firm.books.preferences.isUsingEstimates = false
        firm.books.preferences.closingDate = "2026-03-02"
        try await firm.sendBudget()

        let findings = try await firm.preview().preflight.findings.filter { $0.verdict != .sound }

        #expect(findings.map(\.check) == [.estimates, .closingDate])
        #expect(
            findings.map(\.text) == [
                "Estimates were switched off in QuickBooks when it was last asked.",
                "The estimate's date is 2026-03-02; the books are closed up to 2026-03-02.",
            ])
        #expect(findings.allSatisfy { $0.verdict == .stops && $0.knownAt == firm.time.now })
    }
}
