import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

/// What QuickBooks says of jobs and items, taken in.
@Suite struct ListCheckTests {
    private static let gone = ERPFault(
        code: "item-gone", text: "It is gone.", meaning: "Nothing was written.", cure: "Ask again.", mayPass: false)

    @Test(arguments: Storage.available)
    func `new names are taken over, and one audit entry tells of all changes`(storage: Storage) async throws {
        let fixture = try await ListsFixture(storage)

        try await fixture.check(
            jobs: ["J-1": .found(fullName: "Harbour:Clinic 2", .inactive)],
            items: [
                fixture.items[0]: .found(fullName: "03-100 Forms", .usable),
                fixture.items[1]: .found(fullName: "item", .oneSided),
            ])

        let audit = try #require(try await fixture.sending.furnished.lastAudit())
        #expect(audit.act == .listsChanged && audit.subject == "jobs and items")
        #expect(
            audit.details == """
                job renamed: Harbour:Harbour Street Clinic → Harbour:Clinic 2
                job inactive: Harbour:Clinic 2
                item renamed: item → 03-100 Forms
                item one-sided: item
                """)
        #expect(
            try await fixture.project().job
                == .synced(ListReference(listID: "J-1", fullName: "Harbour:Clinic 2", condition: .inactive)))
        let listed = try await fixture.sending.plumbline.projects(of: fixture.sending.company)
        #expect(try await listed.map(\.project) == [fixture.project()])
        #expect(
            try await fixture.sending.furnished.view().missingForSend == [
                .jobIsInactive(job: "Harbour:Clinic 2"), .itemsAreOneSided(items: ["item"]),
            ])
    }

    @Test(arguments: Storage.available)
    func `what is as it was changes nothing and is not audited`(storage: Storage) async throws {
        let fixture = try await ListsFixture(storage)
        let before = try await fixture.sending.furnished.lastAudit()

        try await fixture.check(
            jobs: ["J-1": .found(fullName: "Harbour:Harbour Street Clinic", .usable)],
            items: [fixture.items[0]: .found(fullName: "item", .usable), "nobody's": .gone(Self.gone)])

        #expect(try await fixture.sending.furnished.lastAudit() == before)
        #expect(try await fixture.sending.furnished.view().missingForSend == [])
    }

    @Test(arguments: Storage.available)
    func `what is gone can be asked for again, and refuses sending and accepting until then`(
        storage: Storage
    ) async throws {
        let fixture = try await ListsFixture(storage)
        try await fixture.sending.send()

        try await fixture.check(jobs: ["J-1": .gone(Self.gone)], items: [fixture.items[1]: .gone(Self.gone)])

        #expect(
            try await fixture.sending.furnished.lastAudit()?.details
                == "job gone: Harbour:Harbour Street Clinic\nitem gone: item")
        #expect(
            try await fixture.project().job == .failed(.linkTo(fullName: "Harbour:Harbour Street Clinic"), Self.gone))
        await #expect(
            throws: Refused([.projectIsNotSynced(project: "1001"), .costCodesAreNotSynced(codes: ["03-300"])])
        ) {
            try await fixture.sending.accept()
        }
        #expect(try await fixture.sending.state() == .invalid)
        #expect(
            try await fixture.sending.plumbline.requestItems(
                ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses"), codes: nil,
                in: fixture.sending.company, by: fixture.sending.approver) == 1)
        try await fixture.sending.plumbline.requestJob(
            .linkTo(fullName: "Harbour:Annexe"), for: "1001", in: fixture.sending.company,
            by: fixture.sending.approver)
        #expect(try await fixture.project().job == .requested(.linkTo(fullName: "Harbour:Annexe")))
    }

    @Test(arguments: Storage.available)
    func `what cannot be used is looked at again after ten minutes, and costs bring the rest`(
        storage: Storage
    ) async throws {
        let fixture = try await ListsFixture(storage)
        #expect(try await fixture.listsDue() == ListIDs())
        try await fixture.check(jobs: [:], items: [fixture.items[1]: .found(fullName: "item", .inactive)])
        #expect(try await fixture.listsDue() == ListIDs())

        fixture.sending.furnished.base.time.advance(seconds: 10 * 60 + 1)
        #expect(try await fixture.listsDue() == ListIDs(items: [fixture.items[1]]))

        try await fixture.sending.plumbline.requestJobCosts(
            in: fixture.sending.company, by: fixture.sending.approver)
        #expect(try await fixture.listsDue() == ListIDs(jobs: ["J-1"], items: fixture.items))
    }

    @Test(arguments: Storage.available)
    func `what the company file says of itself is kept`(storage: Storage) async throws {
        let fixture = try await ListsFixture(storage)
        try await fixture.sending.send()
        var facts = CompanyFileFacts()
        facts.name = "Acme"
        facts.isUsingEstimates = false
        facts.closingDate = CalendarDate(year: 2026, month: 1, day: 31)

        _ = try await fixture.connector.record([.companyFileRead(facts)])
        facts.isUsingEstimates = true
        fixture.sending.furnished.base.time.advance(seconds: 60)
        _ = try await fixture.connector.record([.companyFileRead(facts)])

        let findings = try await fixture.sending.preview().preflight.findings
        let seen = Fixture.start.adding(seconds: 60)
        #expect(
            findings.filter { [.companyFile, .estimates, .closingDate].contains($0.check) } == [
                PreflightFinding(.companyFile, .sound, "Acme.", knownAt: seen),
                PreflightFinding(.estimates, .sound, "Estimates are on.", knownAt: seen),
                PreflightFinding(
                    .closingDate, .sound, "The estimate's date is 2026-03-02; the books are closed up to 2026-01-31.",
                    knownAt: seen),
            ])
    }
}

/// An open session, and the two items of the budget by their ids.
private struct ListsFixture {
    let sending: SendingFixture
    let connector: ConnectorPart
    let items: [String]

    init(_ storage: Storage) async throws {
        sending = try await SendingFixture(storage)
        try await sending.plumbline.requestJobCosts(in: sending.company, by: sending.approver)
        connector = try await ConnectorPart(sending)
        _ = try await connector.record([.costsRead(readID: "none")])
        items = try await sending.furnished.base.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT list_id FROM items ORDER BY list_id").map { try $0.text(0) }
        }
    }

    func check(jobs: [String: ListCheck.Finding], items: [String: ListCheck.Finding]) async throws {
        _ = try await connector.record([.listsChecked(ListCheck(jobs: jobs, items: items))])
    }

    func project() async throws -> Project {
        try await sending.furnished.view().project
    }

    func listsDue() async throws -> ListIDs {
        guard let session = try await connector.session else { return ListIDs() }
        return try await sending.plumbline.outstandingWork(of: session).listsDue
    }
}
