import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

/// Reading QuickBooks' list of jobs, and making projects of them.
@Suite struct JobListTests {
    private static let mill = ListedJob(listID: "J-2", fullName: "Harbour:Old Mill", sublevel: 1)
    private static let clinic = ListedJob(listID: "J-1", fullName: "Harbour:Clinic", sublevel: 1)

    private static let oneJob: [ConnectorOutcome] = [
        .jobListBegun, .jobsListed(readID: "R-1", [mill]), .jobListRead(readID: "R-1"),
    ]

    private static func read(_ fixture: SendingFixture, _ outcomes: [ConnectorOutcome]) async throws -> JobList {
        let connector = try await ConnectorPart(fixture)
        #expect(try await connector.record(outcomes))
        try await connector.close()
        return try await fixture.plumbline.jobList(of: fixture.company)
    }

    @Test(arguments: Storage.available)
    func `a request opens a session, and the list is shown once all of it was read`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        #expect(
            try await plumbline.signInConnector(userName: fixture.userName, password: fixture.password)
                == .nothingToDo)
        try await plumbline.requestJobList(in: fixture.company, by: fixture.approver)

        let begun = try await Self.read(
            fixture, [.jobListBegun, .jobsListed(readID: "R-1", [Self.mill, Self.clinic])])
        #expect(begun.readyToImport == [] && begun.readAt == nil && begun.requestedAt == nil)
        #expect(begun.problem == "The last reading did not come to its end.")
        #expect(
            try await plumbline.signInConnector(userName: fixture.userName, password: fixture.password)
                == .nothingToDo)
        try await plumbline.requestJobList(in: fixture.company, by: fixture.approver)
        let whole = try await Self.read(
            fixture,
            [
                .jobListBegun, .jobsListed(readID: "R-2", [Self.mill]),
                .jobsListed(readID: "R-2", [Self.mill, Self.clinic]),
                .jobListRead(readID: "R-2"),
            ])

        // J-1 is the job of project 1001.
        #expect(
            whole
                == JobList(
                    requestedAt: nil, readAt: Fixture.start, problem: nil, entries: [Self.clinic, Self.mill],
                    readyToImport: [Self.mill], archived: []))
    }

    @Test(arguments: Storage.available)
    func `a read that failed is told, and the list before it stays`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.plumbline.requestJobList(in: fixture.company, by: fixture.approver)
        _ = try await Self.read(fixture, Self.oneJob)
        try await fixture.plumbline.requestJobList(in: fixture.company, by: fixture.approver)

        let fault = ERPFault(code: "3180", text: "Not now.", meaning: "", cure: "", mayPass: true)
        let failed = try await Self.read(
            fixture, [.jobListBegun, .jobsListed(readID: "R-2", [Self.clinic]), .jobListFailed(fault)])

        #expect(failed.problem == "Not now." && failed.requestedAt == nil)
        #expect(failed.entries == [Self.mill])
    }

    @Test(arguments: Storage.available)
    func `a job becomes a project that waits to be linked`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        try await plumbline.requestJobList(in: fixture.company, by: fixture.approver)
        _ = try await Self.read(fixture, Self.oneJob)
        func take(_ job: String, _ number: String, by person: ID<Person>) async throws -> Project {
            try await plumbline.importJob(job, as: number, name: "Old Mill", in: fixture.company, by: person)
        }

        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Mia", act: .acceptOrRejectExport,
                    needs: "ERP Integrations Standard or higher and Can Push to Accounting"))
        ) { try await take("Harbour:Old Mill", "1002", by: fixture.manager) }
        await #expect(throws: Refused(.noSuchListedJob("Harbour:Gone"))) {
            try await take("Harbour:Gone", "1002", by: fixture.approver)
        }
        await #expect(throws: Refused(.projectAlreadyExists("1001"))) {
            try await take("Harbour:Old Mill", "1001", by: fixture.approver)
        }
        let project = try await take("Harbour:Old Mill", "1002", by: fixture.approver)

        #expect(project.number == "1002" && project.name == "Old Mill" && project.isERPIntegrated)
        #expect(project.job == .requested(.linkTo(fullName: "Harbour:Old Mill")))
        #expect(try await plumbline.jobList(of: fixture.company).readyToImport == [])
        await #expect(throws: Refused(.noSuchListedJob("Harbour:Old Mill"))) {
            try await take("Harbour:Old Mill", "1003", by: fixture.approver)
        }
        let view = try await plumbline.budget(of: "1002", in: fixture.company, by: fixture.manager)
        #expect(view.standing.budget.lines == [])
        let last = try await fixture.furnished.lastAudit()
        #expect(last?.act == .jobRequested && last?.subject == "project 1002")
    }

    @Test(arguments: Storage.available)
    func `another company file has another list`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.plumbline.requestJobList(in: fixture.company, by: fixture.approver)
        _ = try await Self.read(fixture, Self.oneJob)

        _ = try await fixture.plumbline.moveConnection(of: fixture.company, by: .commandLine)

        let list = try await fixture.plumbline.jobList(of: fixture.company)
        #expect(
            list
                == JobList(
                    requestedAt: nil, readAt: nil, problem: nil, entries: [], readyToImport: [], archived: []))
        let kept = try await fixture.plumbline.database.read(of: fixture.company) { tx in
            try tx.rows("SELECT list_id FROM listed_jobs WHERE company_id = $1", [.text(fixture.company.text)]).count
        }
        #expect(kept == 0)
    }
}
