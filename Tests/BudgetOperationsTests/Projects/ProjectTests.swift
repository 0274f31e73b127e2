import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct ProjectTests {
    @Test(arguments: Storage.available)
    func `a new project has an empty budget and a number for its estimate`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let project = try await fixture.plumbline.addProject(
            to: fixture.company.id, number: "1002", name: "Mill Road", isERPIntegrated: false,
            by: fixture.adminActor)

        #expect(
            project
                == Project(
                    id: project.id, company: fixture.company.id, number: "1002", name: "Mill Road",
                    isERPIntegrated: false))
        let view = try await fixture.plumbline.budget(
            of: "1002", in: fixture.company.id, by: fixture.manager.id)
        #expect(view.project == project)
        #expect(view.standing.budget.lines == [])
        #expect(view.erpStatus == .notInERP)
        let estimate = try await fixture.base.database.read(of: .everyCompany) { tx in
            try tx.row("SELECT number, guid FROM estimates WHERE project_id = $1", [.text(project.id.text)])
                .map { [try $0.text("number"), try $0.text("guid")] }
        }
        #expect(estimate == ["PL00000000F", "{00000000-0000-4000-8000-000000000010}"])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .projectAdded,
                    subject: "project 1002", details: "name: Mill Road\nsyncs with accounting: no"))
    }

    @Test(arguments: Storage.available)
    func `a project number is taken once and fits`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        func add(_ number: String, _ name: String = "Mill Road") async throws -> Project {
            try await fixture.plumbline.addProject(
                to: fixture.company.id, number: number, name: name, isERPIntegrated: true, by: .commandLine)
        }

        await #expect(throws: Refused(.projectAlreadyExists("1001"))) { try await add("1001") }
        await #expect(throws: Refused(.textIsTooLong(field: "The project's number", longest: 50))) {
            try await add(String(repeating: "1", count: 51))
        }
        await #expect(throws: Refused(.textIsTooLong(field: "The project's name", longest: 255))) {
            try await add("1002", String(repeating: "M", count: 256))
        }
        await #expect(throws: Refused(.textIsEmpty(field: "The project's name"))) { try await add("1002", "") }
        let projects = try await fixture.plumbline.projects(of: fixture.company.id)
        #expect(projects.map(\.project) == [fixture.project])
    }

    @Test(arguments: Storage.available)
    func `the list of projects has their totals`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline
        let empty = try await plumbline.addProject(
            to: fixture.company.id, number: "0900", name: "Annexe", isERPIntegrated: true, by: .commandLine)
        _ = try await plumbline.changeSettings(of: fixture.company.id, by: .commandLine) {
            $0.allowsGrandTotalModifications = true
        }
        try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.addLine("03-300", "M", 250_50)
        try await fixture.lock()
        _ = try await plumbline.createModification(
            from: "03-300.M", to: "03-100.L", amount: usd(50_00), notes: "", of: "1001", in: fixture.company.id,
            by: fixture.manager.id)
        _ = try await plumbline.createModification(
            from: nil, to: "03-100.L", amount: usd(-10_25), notes: "", of: "1001", in: fixture.company.id,
            by: fixture.manager.id)

        let projects = try await plumbline.projects(of: fixture.company.id)

        #expect(projects.map(\.project) == [empty, fixture.project])
        #expect(projects.map(\.erpStatus) == [.notInERP, .notInERP])
        #expect(projects.map(\.isLocked) == [false, true])
        #expect(projects.map(\.lineCount) == [0, 2])
        #expect(projects.map(\.originalTotal) == [usd(0), usd(350_50)])
        #expect(projects.map(\.revisedTotal) == [usd(0), usd(340_25)])
    }

    @Test(arguments: Storage.available)
    func `an unknown project is refused by its number`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        await #expect(throws: Refused(.noSuchProject("1002"))) {
            try await fixture.plumbline.budget(of: "1002", in: fixture.company.id, by: fixture.manager.id)
        }
        await #expect(throws: Refused(.noSuchPerson("nobody"))) {
            try await fixture.plumbline.budget(of: "1001", in: fixture.company.id, by: ID("nobody"))
        }
    }
}
