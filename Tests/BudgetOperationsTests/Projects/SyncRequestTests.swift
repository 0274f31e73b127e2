import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct SyncRequestTests {
    let accounts = ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Costs")

    @Test(arguments: Storage.available)
    func `an approver asks for a job, and may ask for another way`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline

        try await plumbline.requestJob(
            .createUnder(customer: "Harbour Trust"), for: "1001", in: fixture.company.id, by: fixture.approver.id)
        let created = try await fixture.view().project.job
        try await plumbline.requestJob(
            .linkTo(fullName: "Harbour Trust:Clinic"), for: "1001", in: fixture.company.id, by: fixture.approver.id)
        let linked = try await fixture.view().project.job

        #expect(created == .requested(.createUnder(customer: "Harbour Trust")))
        #expect(linked == .requested(.linkTo(fullName: "Harbour Trust:Clinic")))
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.actor(fixture.approver), act: .jobRequested,
                    subject: "project 1001", details: "link to: Harbour Trust:Clinic"))
    }

    @Test(arguments: Storage.available)
    func `only an approver asks, and only while there is no job`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let request = JobRequest.createUnder(customer: "Harbour Trust")
        func ask(by person: Person) async throws {
            try await fixture.plumbline.requestJob(request, for: "1001", in: fixture.company.id, by: person.id)
        }

        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Ada", act: .acceptOrRejectExport,
                    needs: "ERP Integrations Standard or higher and Can Push to Accounting"))
        ) { try await ask(by: fixture.admin) }
        try await fixture.base.markSynced(fixture.project)
        await #expect(throws: Refused(.projectIsAlreadySynced(project: "1001"))) {
            try await ask(by: fixture.approver)
        }
    }

    @Test(arguments: Storage.available)
    func `each project has a job of its own, whatever the name's case and the way to it`(storage: Storage) async throws
    {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.plumbline.addProject(
            to: fixture.company, number: "1002", name: "Harbour Street Clinic", isERPIntegrated: true,
            by: .commandLine)
        func ask(_ request: JobRequest) async throws {
            try await fixture.plumbline.requestJob(request, for: "1002", in: fixture.company, by: fixture.approver)
        }

        await #expect(throws: Refused(.jobIsTaken(job: "HARBOUR:harbour street clinic", project: "1001"))) {
            try await ask(.linkTo(fullName: "HARBOUR:harbour street clinic"))
        }
        await #expect(throws: Refused(.jobIsTaken(job: "Harbour:Harbour Street Clinic", project: "1001"))) {
            try await ask(.createUnder(customer: "Harbour"))
        }
        try await ask(.createUnder(customer: "Harbour Trust"))
    }

    @Test(arguments: Storage.available)
    func `a request that QuickBooks has and did not answer is not replaced`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let shed = try await fixture.plumbline.addProject(
            to: fixture.company, number: "1002", name: "Shed", isERPIntegrated: true, by: .commandLine)
        func ask(_ request: JobRequest) async throws {
            try await fixture.plumbline.requestJob(request, for: "1002", in: fixture.company, by: fixture.approver)
        }
        try await ask(.createUnder(customer: "Harbour Trust"))
        let connector = try await ConnectorPart(fixture)
        _ = try await connector.record([
            .handedOut(
                MessageSet(
                    id: "PL-SET-1", purpose: .job, subject: shed.id.text, request: "<QBXML></QBXML>",
                    state: .handedOut))
        ])

        await #expect(throws: Refused(.jobAwaitsAnswer(project: "1002"))) {
            try await ask(.linkTo(fullName: "Harbour Trust:Shed"))
        }
        // Under another name the answer would not be found, and the job would be made twice.
        await #expect(throws: Refused(.jobAwaitsAnswer(project: "1002"))) {
            try await fixture.plumbline.renameProject("1002", to: "Barn", in: fixture.company, by: .commandLine)
        }
        _ = try await connector.record([.messageSet(id: "PL-SET-1", becomes: .answered, answer: "<QBXML></QBXML>")])
        try await ask(.linkTo(fullName: "Harbour Trust:Shed"))
    }

    @Test(arguments: Storage.available)
    func `a name that QuickBooks does not take is changed, and the job asked for under the new one`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let company = fixture.company.id
        let long = "Harbour Street Clinic, North Wing, Phase 2"
        try await fixture.plumbline.renameProject("1001", to: long, in: company, by: fixture.adminActor)
        func ask() async throws {
            try await fixture.plumbline.requestJob(
                .createUnder(customer: "Harbour"), for: "1001", in: company, by: fixture.approver.id)
        }
        await #expect(
            throws: Refused(.nameDoesNotFit(name: long, problem: "has 42 characters; QuickBooks holds 41"))
        ) { try await ask() }

        try await fixture.plumbline.renameProject("1001", to: "Clinic North 2", in: company, by: fixture.adminActor)
        try await ask()
        // It would be refused when a session writes it, and everything behind it would wait.
        await #expect(
            throws: Refused(.nameDoesNotFit(name: long, problem: "has 42 characters; QuickBooks holds 41"))
        ) {
            try await fixture.plumbline.renameProject("1001", to: long, in: company, by: fixture.adminActor)
        }

        #expect(try await fixture.view().project.name == "Clinic North 2")
        let entries = try await fixture.plumbline.auditEntries(of: company, limit: 2)
        #expect(entries.map(\.act) == [.jobRequested, .projectRenamed])
        #expect(entries.last?.details == "from: \(long)\nto: Clinic North 2")
        await #expect(
            throws: Refused(.notPermitted(person: "Vic", act: .manageDirectory, needs: "Directory Admin"))
        ) {
            try await fixture.plumbline.renameProject(
                "1001", to: "Mine", in: company, by: fixture.actor(fixture.viewer))
        }
    }

    @Test func `names that QuickBooks cannot hold are refused before anything leaves`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        let plumbline = fixture.plumbline
        let longName = "Forty-two characters are one more than 41."
        _ = try await plumbline.addProject(
            to: fixture.company.id, number: "1002", name: longName, isERPIntegrated: true, by: .commandLine)
        _ = try await plumbline.addProject(
            to: fixture.company.id, number: "1003", name: "Shed", isERPIntegrated: false, by: .commandLine)
        func ask(_ request: JobRequest, _ project: String) async throws {
            try await plumbline.requestJob(
                request, for: project, in: fixture.company.id, by: fixture.approver.id)
        }

        await #expect(
            throws: Refused(.nameDoesNotFit(name: longName, problem: "has 42 characters; QuickBooks holds 41"))
        ) { try await ask(.createUnder(customer: "Harbour Trust"), "1002") }
        await #expect(throws: Refused(.nameDoesNotFit(name: "Harbour:", problem: "is empty"))) {
            try await ask(.linkTo(fullName: "Harbour:"), "1001")
        }
        await #expect(throws: Refused(.textIsTooLong(field: "The customer's name", longest: 209))) {
            try await ask(.linkTo(fullName: String(repeating: "H", count: 210)), "1001")
        }
        await #expect(throws: Refused(.projectIsNotIntegrated(project: "1003"))) {
            try await ask(.createUnder(customer: "Harbour Trust"), "1003")
        }
    }

    @Test(arguments: Storage.available)
    func `all cost codes are asked for, and then only new ones`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline

        let asked = try await plumbline.requestItems(
            accounts, codes: nil, in: fixture.company.id, by: fixture.approver.id)
        #expect(asked == 2)
        let codes = try await plumbline.costCodes(of: fixture.company.id)
        #expect(codes.map(\.item) == [.requested(accounts), .requested(accounts)])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.actor(fixture.approver), act: .itemsRequested,
                    subject: "cost codes",
                    details: "items: 2\nincome account: Construction Income\nexpense account: Job Costs"))

        try await fixture.base.markRequestedItemsSynced()
        await #expect(throws: Refused(.costCodesAreAlreadySynced)) {
            try await plumbline.requestItems(
                accounts, codes: ["03-100"], in: fixture.company.id, by: fixture.approver.id)
        }
        _ = try await plumbline.addCostCodes(
            [CostCodeDraft(code: "09-200", title: "Plaster")], to: fixture.company.id, by: .commandLine)
        let askedAgain = try await plumbline.requestItems(
            accounts, codes: nil, in: fixture.company.id, by: fixture.approver.id)
        #expect(askedAgain == 1)
    }

    @Test(arguments: Storage.available)
    func `with sub-items the types in use are asked for too`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        _ = try await fixture.plumbline.changeSettings(of: fixture.company.id, by: .commandLine) {
            $0.usesSubItems = true
        }
        try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.addLine("03-100", "Materials", 100_00)

        let asked = try await fixture.plumbline.requestItems(
            accounts, codes: ["03-100"], in: fixture.company.id, by: fixture.approver.id)

        #expect(asked == 3)
        let codes = try await fixture.plumbline.costCodes(of: fixture.company.id)
        #expect(codes.map(\.item) == [.requested(accounts), .notSynced])
        #expect(codes.map(\.subItems) == [["L": .requested(accounts), "M": .requested(accounts)], [:]])
    }

    @Test func `items that cannot be are refused together`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        let plumbline = fixture.plumbline
        _ = try await plumbline.addCostCodes(
            [
                CostCodeDraft(code: "09:200", title: "Plaster"),
                CostCodeDraft(code: "Thirty-two characters, one more.", title: "Long"),
            ], to: fixture.company.id, by: .commandLine)

        await #expect(
            throws: Refused([
                .nameDoesNotFit(name: "09:200", problem: "has a colon, which QuickBooks keeps for levels"),
                .nameDoesNotFit(
                    name: "Thirty-two characters, one more.", problem: "has 32 characters; QuickBooks holds 31"),
            ])
        ) {
            try await plumbline.requestItems(
                accounts, codes: nil, in: fixture.company.id, by: fixture.approver.id)
        }
        await #expect(throws: Refused(.noSuchCostCode("99-999"))) {
            try await plumbline.requestItems(
                accounts, codes: ["99-999"], in: fixture.company.id, by: fixture.approver.id)
        }
    }
}
