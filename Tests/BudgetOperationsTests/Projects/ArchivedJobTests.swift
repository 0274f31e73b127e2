import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

/// Jobs of QuickBooks that nobody wants as projects.
@Suite struct ArchivedJobTests {
    private static let barn = ListedJob(listID: "J-3", fullName: "Harbour:Barn", sublevel: 1)
    private static let mill = ListedJob(listID: "J-2", fullName: "Harbour:Old Mill", sublevel: 1)
    private static let archivedMill = ArchivedJob(
        job: mill, nameThen: "Harbour:Old Mill", archivedBy: "Ben", archivedAt: Fixture.start)

    private static func read(
        _ jobs: [ListedJob], as readID: String = "R-1", in fixture: SendingFixture
    ) async throws {
        try await fixture.plumbline.requestJobList(in: fixture.company, by: fixture.approver)
        let connector = try await ConnectorPart(fixture)
        let outcomes: [ConnectorOutcome] = [
            .jobListBegun, .jobsListed(readID: readID, jobs), .jobListRead(readID: readID),
        ]
        #expect(try await connector.record(outcomes))
        try await connector.close()
    }

    private static func archivedRows(_ fixture: SendingFixture) async throws -> Int {
        try await fixture.plumbline.database.read(of: fixture.company) { tx in
            try tx.rows("SELECT list_id FROM archived_jobs WHERE company_id = $1", [.text(fixture.company.text)])
                .count
        }
    }

    @Test(arguments: Storage.available)
    func `an archived job does not wait for a project, until it is brought back`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        try await Self.read([Self.barn, Self.mill], in: fixture)

        try await plumbline.archiveJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)
        let archived = try await plumbline.jobList(of: fixture.company)
        let told = try #require(try await fixture.furnished.lastAudit())
        try await plumbline.archiveJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)

        #expect(archived.readyToImport == [Self.barn] && archived.archived == [Self.archivedMill])
        #expect(archived.entries == [Self.barn, Self.mill])
        #expect(told.act == .jobArchived && told.subject == "job Harbour:Old Mill" && told.details == "list id: J-2")
        #expect(try await fixture.furnished.lastAudit() == told)

        try await plumbline.restoreJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)
        let restored = try await plumbline.jobList(of: fixture.company)
        let last = try #require(try await fixture.furnished.lastAudit())
        try await plumbline.restoreJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)

        #expect(restored.readyToImport == [Self.barn, Self.mill] && restored.archived == [])
        #expect(last.act == .jobRestored && last.subject == "job Harbour:Old Mill" && last.details == "list id: J-2")
        #expect(try await fixture.furnished.lastAudit() == last)
    }

    @Test(arguments: Storage.available)
    func `whoever may import a job archives it, and only one that is free`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        try await Self.read(
            [Self.barn, ListedJob(listID: "J-1", fullName: "Harbour:Clinic", sublevel: 1)], in: fixture)
        let refused = Refused(
            .notPermitted(
                person: "Mia", act: .acceptOrRejectExport,
                needs: "ERP Integrations Standard or higher and Can Push to Accounting"))

        await #expect(throws: refused) {
            try await plumbline.archiveJob("Harbour:Barn", in: fixture.company, by: fixture.manager)
        }
        await #expect(throws: refused) {
            try await plumbline.restoreJob("Harbour:Barn", in: fixture.company, by: fixture.manager)
        }
        // J-1 is the job of project 1001.
        for job in ["Harbour:Gone", "Harbour:Clinic"] {
            await #expect(throws: Refused(.noSuchListedJob(job))) {
                try await plumbline.archiveJob(job, in: fixture.company, by: fixture.approver)
            }
            await #expect(throws: Refused(.noSuchListedJob(job))) {
                try await plumbline.restoreJob(job, in: fixture.company, by: fixture.approver)
            }
        }
        #expect(try await Self.archivedRows(fixture) == 0)
    }

    @Test(arguments: Storage.available)
    func `an archived job can be imported all the same, and is archived no longer`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        try await Self.read([Self.barn, Self.mill], in: fixture)
        try await plumbline.archiveJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)

        let project = try await plumbline.importJob(
            "Harbour:Old Mill", as: "1002", name: nil, in: fixture.company, by: fixture.approver)

        #expect(project.name == "Old Mill" && project.job == .requested(.linkTo(fullName: "Harbour:Old Mill")))
        let list = try await plumbline.jobList(of: fixture.company)
        #expect(list.readyToImport == [Self.barn] && list.archived == [])
        #expect(try await Self.archivedRows(fixture) == 0)
    }

    @Test(arguments: Storage.available)
    func `it stays archived under another name, and is not shown once a project asks for it`(
        storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        try await Self.read([Self.barn, Self.mill], in: fixture)
        try await plumbline.archiveJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)
        let lofts = ListedJob(listID: "J-2", fullName: "Harbour:Mill Lofts", sublevel: 1)
        try await Self.read([lofts, Self.barn], as: "R-2", in: fixture)

        #expect(
            try await plumbline.jobList(of: fixture.company).archived == [
                ArchivedJob(job: lofts, nameThen: "Harbour:Old Mill", archivedBy: "Ben", archivedAt: Fixture.start)
            ])
        _ = try await plumbline.addProject(
            to: fixture.company, number: "1002", name: "Lofts", isERPIntegrated: true, by: .commandLine)
        try await plumbline.requestJob(
            .linkTo(fullName: "Harbour:Mill Lofts"), for: "1002", in: fixture.company, by: fixture.approver)

        let list = try await plumbline.jobList(of: fixture.company)
        #expect(list.readyToImport == [Self.barn] && list.archived == [])
    }

    @Test(arguments: Storage.available)
    func `nobody archives or brings back what is another company's`(storage: Storage) async throws {
        let ours = try await SendingFixture(storage)
        let plumbline = ours.plumbline
        try await Self.read([Self.barn, Self.mill], in: ours)
        try await plumbline.archiveJob("Harbour:Old Mill", in: ours.company, by: ours.approver)
        let theirs = try await OtherFirm(beside: plumbline)

        await #expect(throws: Refused(.noSuchListedJob("Harbour:Barn"))) {
            try await plumbline.archiveJob("Harbour:Barn", in: theirs.company, by: theirs.approver)
        }
        await #expect(throws: Refused(.noSuchListedJob("Harbour:Old Mill"))) {
            try await plumbline.restoreJob("Harbour:Old Mill", in: theirs.company, by: theirs.approver)
        }
        await #expect(throws: Refused(.noSuchPerson(theirs.approver.text))) {
            try await plumbline.restoreJob("Harbour:Old Mill", in: ours.company, by: theirs.approver)
        }

        #expect(try await plumbline.jobList(of: theirs.company).archived == [])
        #expect(try await plumbline.jobList(of: ours.company).archived == [Self.archivedMill])
    }

    @Test(arguments: Storage.available)
    func `nothing is archived in another company file`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await Self.read([Self.barn, Self.mill], in: fixture)
        try await fixture.plumbline.archiveJob("Harbour:Old Mill", in: fixture.company, by: fixture.approver)

        _ = try await fixture.plumbline.moveConnection(of: fixture.company, by: .commandLine)

        #expect(try await Self.archivedRows(fixture) == 0)
    }
}
