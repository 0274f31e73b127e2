import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

/// Jobs that somebody called something else in QuickBooks.
@Suite struct JobNameTests {
    @Test(arguments: Storage.available)
    func `a project whose job was renamed keeps its name, and tells both`(storage: Storage) async throws {
        let fixture = try await RenamingFixture(storage)
        #expect(try await fixture.project().jobRename == nil)

        try await fixture.rename(to: "Harbour:Clinic 2")
        let first = try await fixture.project()
        try await fixture.rename(to: "Harbour:Clinic 3")
        let second = try await fixture.project()
        try await fixture.rename(to: "Harbour Trust:Harbour Street Clinic")
        let back = try await fixture.project()

        #expect(first.name == "Harbour Street Clinic")
        #expect(first.jobRename == JobRename(from: "Harbour Street Clinic", to: "Clinic 2"))
        #expect(second.jobRename == JobRename(from: "Harbour Street Clinic", to: "Clinic 3"))
        #expect(back.jobRename == nil && back.job.reference?.fullName == "Harbour Trust:Harbour Street Clinic")
        let listed = try await fixture.sending.plumbline.projects(of: fixture.sending.company)
        #expect(listed.map(\.project) == [back])
    }

    @Test(arguments: Storage.available)
    func `an approver gives the project the job's name`(storage: Storage) async throws {
        let fixture = try await RenamingFixture(storage)
        try await fixture.rename(to: "Harbour:Clinic 2")

        let named = try await fixture.take("Clinic 2")

        #expect(named.name == "Clinic 2" && named.jobRename == nil)
        #expect(try await fixture.project() == named)
        let audit = try #require(try await fixture.sending.furnished.lastAudit())
        #expect(audit.act == .projectRenamed && audit.subject == "project 1001" && audit.actor.name == "Ben")
        #expect(audit.details == "from: Harbour Street Clinic\nto: Clinic 2")
        try await fixture.rename(to: "Harbour:Clinic 4")
        #expect(try await fixture.project().jobRename == JobRename(from: "Clinic 2", to: "Clinic 4"))
    }

    @Test(arguments: Storage.available)
    func `an approver keeps the project's name, once`(storage: Storage) async throws {
        let fixture = try await RenamingFixture(storage)
        try await fixture.rename(to: "Harbour:Clinic 2")

        let kept = try await fixture.keep("Clinic 2")
        let audit = try #require(try await fixture.sending.furnished.lastAudit())
        let again = try await fixture.keep(nil)

        #expect(kept.name == "Harbour Street Clinic" && kept.jobName == "Clinic 2" && kept.jobRename == nil)
        #expect(again == kept)
        #expect(audit.act == .projectNameKept && audit.subject == "project 1001")
        #expect(
            audit.details == """
                name: Harbour Street Clinic
                job was: Harbour Street Clinic
                job is: Clinic 2
                """)
        #expect(try await fixture.sending.furnished.lastAudit() == audit)
    }

    @Test(arguments: Storage.available)
    func `what was seen must be the job's name still, and whoever decides must be allowed to`(
        storage: Storage
    ) async throws {
        let fixture = try await RenamingFixture(storage)
        let (plumbline, company) = (fixture.sending.plumbline, fixture.sending.company)
        try await fixture.rename(to: "Harbour:Clinic 2")
        try await fixture.rename(to: "Harbour:Clinic 3")
        let before = try await fixture.project()
        let stale = Refused(.jobHasAnotherName(project: "1001", name: "Clinic 3"))
        let notPermitted = Refused(
            .notPermitted(
                person: "Mia", act: .acceptOrRejectExport,
                needs: "ERP Integrations Standard or higher and Can Push to Accounting"))

        await #expect(throws: stale) { try await fixture.take("Clinic 2") }
        await #expect(throws: stale) { try await fixture.keep("Clinic 2") }
        await #expect(throws: notPermitted) {
            try await plumbline.takeJobName("Clinic 3", for: "1001", in: company, by: fixture.sending.manager)
        }
        await #expect(throws: notPermitted) {
            try await plumbline.keepProjectName("Clinic 3", for: "1001", in: company, by: fixture.sending.manager)
        }
        _ = try await plumbline.addProject(
            to: company, number: "1002", name: "Shed", isERPIntegrated: true, by: .commandLine)
        await #expect(throws: Refused(.projectIsNotSynced(project: "1002"))) {
            try await plumbline.takeJobName(nil, for: "1002", in: company, by: fixture.sending.approver)
        }

        #expect(try await fixture.project() == before)
    }

    @Test(arguments: Storage.available)
    func `a project that has the job's name is not asked about it`(storage: Storage) async throws {
        let fixture = try await RenamingFixture(storage)
        let (plumbline, company) = (fixture.sending.plumbline, fixture.sending.company)

        // The project first.
        try await plumbline.renameProject("1001", to: "Clinic 2", in: company, by: .commandLine)
        try await fixture.rename(to: "Harbour:Clinic 2")
        #expect(try await fixture.project().jobName == "Clinic 2")
        // Then the job first.
        try await fixture.rename(to: "Harbour:Clinic 3")
        #expect(try await fixture.project().jobRename == JobRename(from: "Clinic 2", to: "Clinic 3"))
        try await plumbline.renameProject("1001", to: "Clinic 3", in: company, by: .commandLine)

        let project = try await fixture.project()
        #expect(project.name == "Clinic 3" && project.jobName == "Clinic 3" && project.jobRename == nil)
    }

    @Test(arguments: Storage.available)
    func `a name is forgotten with the job, and known of the job that is linked next`(storage: Storage) async throws {
        let fixture = try await RenamingFixture(storage)
        try await fixture.rename(to: "Harbour:Clinic 2")
        let gone = ERPFault(code: "job-gone", text: "It is gone.", meaning: "", cure: "", mayPass: false)
        try await fixture.record(.listsChecked(ListCheck(jobs: ["J-1": .gone(gone)])))
        #expect(try await fixture.project().jobName == nil)

        let annexe = ListReference(listID: "J-9", fullName: "Harbour:Annexe")
        try await fixture.sending.plumbline.requestJob(
            .linkTo(fullName: "Harbour:Annexe"), for: "1001", in: fixture.sending.company,
            by: fixture.sending.approver)
        try await fixture.record(.jobSynced(try await fixture.project().id, annexe))

        let project = try await fixture.project()
        #expect(project.job == .synced(annexe) && project.jobName == "Annexe" && project.jobRename == nil)
    }

    @Test(arguments: Storage.available)
    func `another company file has other names, and another company no say`(storage: Storage) async throws {
        let fixture = try await RenamingFixture(storage)
        let plumbline = fixture.sending.plumbline
        try await fixture.rename(to: "Harbour:Clinic 2")
        let theirs = try await OtherFirm(beside: plumbline)

        await #expect(throws: Refused(.noSuchProject("1001"))) {
            try await plumbline.takeJobName(nil, for: "1001", in: theirs.company, by: theirs.approver)
        }
        await #expect(throws: Refused(.noSuchPerson(theirs.approver.text))) {
            try await plumbline.keepProjectName(nil, for: "1001", in: fixture.sending.company, by: theirs.approver)
        }
        #expect(try await fixture.project().jobRename == JobRename(from: "Harbour Street Clinic", to: "Clinic 2"))
        _ = try await plumbline.moveConnection(of: fixture.sending.company, by: .commandLine)

        let moved = try await fixture.project()
        #expect(moved.jobName == nil && moved.jobRename == nil && moved.job.reference == nil)
    }
}

/// An open session, in which QuickBooks says what project 1001's job is called.
private struct RenamingFixture {
    let sending: SendingFixture
    private let connector: ConnectorPart

    init(_ storage: Storage) async throws {
        sending = try await SendingFixture(storage)
        connector = try await ConnectorPart(sending, requestingCosts: true)
    }

    func record(_ outcome: ConnectorOutcome) async throws {
        #expect(try await connector.record([outcome]))
    }

    func rename(to fullName: String) async throws {
        try await record(.listsChecked(ListCheck(jobs: ["J-1": .found(fullName: fullName, .usable)])))
    }

    @discardableResult
    func take(_ seen: String?) async throws -> Project {
        try await sending.plumbline.takeJobName(seen, for: "1001", in: sending.company, by: sending.approver)
    }

    @discardableResult
    func keep(_ seen: String?) async throws -> Project {
        try await sending.plumbline.keepProjectName(seen, for: "1001", in: sending.company, by: sending.approver)
    }

    func project() async throws -> Project {
        try await sending.furnished.view().project
    }
}
