import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct PermissionTemplateTests {
    private static let foreman = Permissions(levels: [.budget: .standard], rights: [.lockBudget])

    @Test(arguments: Storage.available)
    func `a template is made, and people are put on it`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        let added = try await plumbline.addPermissionTemplate(
            named: "  Foreman ",
            saying: Permissions(levels: [.budget: .standard, .reports: .none], rights: [.lockBudget]),
            in: company, by: fixture.adminActor)

        #expect(added.template == PermissionTemplate(name: "Foreman", permissions: Self.foreman))
        #expect(added.people == 0)
        #expect(
            try await plumbline.permissionTemplates(of: company).map(\.name)
                == ["Foreman", "accounting approver", "administrator", "estimator", "project manager", "viewer"])
        #expect(
            try await fixture.lastAudit()
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .templateAdded,
                    subject: "permission template Foreman", details: "levels: budget=standard\nrights: lock budget"))
        let vic = try await plumbline.permit(
            email: "vic@halvorsen.example", in: company, template: "Foreman", on: nil, by: fixture.adminActor)
        #expect(vic.permissions == Self.foreman)
    }

    @Test(arguments: Storage.available)
    func `whoever has exactly what a new one says is on it`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        for name in ["vic", "mia"] {
            _ = try await plumbline.setPermissions(
                of: "\(name)@halvorsen.example", in: company, to: Self.foreman, on: nil, by: .commandLine)
        }

        let added = try await plumbline.addPermissionTemplate(
            named: "foreman", saying: Self.foreman, in: company, by: .commandLine)

        #expect(added.people == 2)
    }

    @Test(arguments: Storage.available)
    func `a name and what is said are each there once`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let viewing = Permissions(levels: [.budget: .readOnly, .reports: .readOnly, .directory: .none])

        await #expect(throws: Refused(.permissionTemplateExists(name: "viewer"))) {
            try await plumbline.addPermissionTemplate(
                named: "VIEWER", saying: Self.foreman, in: company, by: .commandLine)
        }
        await #expect(throws: Refused(.templateSaysTheSame(name: "viewer"))) {
            try await plumbline.addPermissionTemplate(
                named: "reader", saying: viewing, in: company, by: .commandLine)
        }
        await #expect(
            throws: Refused([.permissionTemplateExists(name: "estimator"), .templateSaysTheSame(name: "viewer")])
        ) {
            try await plumbline.changePermissionTemplate(
                named: "administrator", to: "Estimator", saying: viewing, in: company, by: .commandLine)
        }
        #expect(try await fixture.lastAudit()?.number == 9)
        let renamed = try await plumbline.changePermissionTemplate(
            named: "viewer", to: "Viewer", saying: viewing, in: company, by: .commandLine)
        #expect(renamed.template == PermissionTemplate(name: "Viewer", permissions: fixture.viewer.permissions))
    }

    @Test func `a template has a name of at most 60 characters`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        func add(_ name: String) async throws {
            try await plumbline.addPermissionTemplate(named: name, saying: Self.foreman, in: company, by: .commandLine)
        }

        await #expect(throws: Refused(.textIsEmpty(field: "The template's name"))) { try await add(" \t ") }
        await #expect(throws: Refused(.textIsTooLong(field: "The template's name", longest: 60))) {
            try await add(String(repeating: "é", count: 61))
        }
        await #expect(throws: Refused(.textIsEmpty(field: "The template's name"))) {
            try await plumbline.changePermissionTemplate(
                named: "viewer", to: " ", saying: Self.foreman, in: company, by: .commandLine)
        }
        try await add(" " + String(repeating: "é", count: 60))
        #expect(try await fixture.lastAudit()?.number == 10)
    }

    @Test(arguments: Storage.available)
    func `everybody on a template follows it, and nobody else`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        _ = try await plumbline.addPerson(
            to: company, name: "Zoe", email: "zoe@halvorsen.example", template: "viewer", by: .commandLine)
        try await plumbline.deactivatePerson("zoe@halvorsen.example", in: company, by: .commandLine)
        _ = try await plumbline.permit(
            email: "vic@halvorsen.example", in: company, template: "project manager", on: "1001", by: .commandLine)
        let reading = Permissions(
            levels: [.budget: .readOnly, .reports: .standard], rights: [.viewDirectCostDetails])

        let changed = try await plumbline.changePermissionTemplate(
            named: "viewer", to: "reader", saying: reading, in: company, by: fixture.adminActor,
            seen: "budget=read only;reports=read only|")

        #expect(changed.template == PermissionTemplate(name: "reader", permissions: reading))
        #expect(changed.people == 2)
        let (vic, zoe) = (
            try await plumbline.person(email: "vic@halvorsen.example", of: company),
            try await plumbline.person(email: "zoe@halvorsen.example", of: company)
        )
        #expect([vic.permissions, zoe.permissions] == [reading, reading])
        #expect([vic.isActive, zoe.isActive] == [true, false])
        let onProject = try await plumbline.person(email: "vic@halvorsen.example", of: company, on: "1001")
        #expect(onProject.permissions.level(of: .budget) == .admin)
        let others = try await plumbline.people(of: company).filter { !["Vic", "Zoe"].contains($0.name) }
        #expect(others == [fixture.admin, fixture.approver, fixture.estimator, fixture.manager])
        #expect(
            try await plumbline.auditEntries(of: company, limit: 3) == [
                AuditEntry(
                    number: 15, at: Fixture.start, actor: fixture.adminActor, act: .permissionsChanged,
                    subject: "person zoe@halvorsen.example", details: "on: every project\ntemplate: reader"),
                AuditEntry(
                    number: 14, at: Fixture.start, actor: fixture.adminActor, act: .permissionsChanged,
                    subject: "person vic@halvorsen.example", details: "on: every project\ntemplate: reader"),
                AuditEntry(
                    number: 13, at: Fixture.start, actor: fixture.adminActor, act: .templateChanged,
                    subject: "permission template viewer",
                    details: "name: reader\nlevels: budget=read only;reports=standard\n"
                        + "rights: view direct cost details\npeople: 2"),
            ])
    }

    @Test(arguments: Storage.available)
    func `a new name alone changes nobody's permissions, and the same again nothing`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        func rename(_ name: String) async throws -> Int {
            let outcome = try await plumbline.changePermissionTemplate(
                named: name, to: "reader", saying: fixture.viewer.permissions, in: company, by: fixture.adminActor)
            return outcome.people
        }

        #expect(try await rename("viewer") == 0)
        #expect(try await rename("reader") == 0)

        #expect(
            try await fixture.lastAudit()
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .templateChanged,
                    subject: "permission template viewer",
                    details: "name: reader\nlevels: budget=read only;reports=read only\nrights: \npeople: 0"))
        await #expect(throws: Refused(.noSuchTemplate("viewer"))) { try await rename("viewer") }
        #expect(try await plumbline.person(email: "vic@halvorsen.example", of: company) == fixture.viewer)
    }

    @Test(arguments: Storage.available)
    func `what somebody changed since is not written over`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let seen = fixture.viewer.permissions.stamp
        func change(to permissions: Permissions) async throws {
            try await plumbline.changePermissionTemplate(
                named: "viewer", saying: permissions, in: company, by: fixture.adminActor, seen: seen)
        }

        try await change(to: Self.foreman)
        await #expect(throws: Refused(.templateHasChanged(name: "viewer"))) {
            try await change(to: Permissions(levels: [.budget: .admin]))
        }

        let vic = try await plumbline.person(email: "vic@halvorsen.example", of: company)
        #expect(vic.permissions == Self.foreman)
    }

    @Test(arguments: Storage.available)
    func `somebody active stays Directory Admin, but for the command line`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let managing = Permissions(levels: [.directory: .admin])
        func lower(by actor: Actor) async throws -> Int {
            try await plumbline.changePermissionTemplate(
                named: "administrator", saying: Permissions(levels: [.directory: .readOnly, .budget: .admin]),
                in: company, by: actor
            ).people
        }
        _ = try await plumbline.setPermissions(
            of: "mia@halvorsen.example", in: company, to: managing, on: nil, by: .commandLine)
        try await plumbline.deactivatePerson("mia@halvorsen.example", in: company, by: .commandLine)

        await #expect(throws: Refused(.noDirectoryAdminLeft)) { try await lower(by: fixture.adminActor) }
        try await plumbline.reactivatePerson("mia@halvorsen.example", in: company, by: .commandLine)
        #expect(try await lower(by: fixture.adminActor) == 1)
        let ada = try await plumbline.person(email: "ada@halvorsen.example", of: company)
        #expect(ada.permissions == Permissions(levels: [.directory: .readOnly, .budget: .admin]))
        #expect(
            try await plumbline.addPermissionTemplate(
                named: "owner", saying: managing, in: company, by: .commandLine
            ).people == 1)
        let left = try await plumbline.changePermissionTemplate(
            named: "owner", saying: Permissions(levels: [.directory: .standard]), in: company, by: .commandLine)

        #expect(left.people == 1)
        let levels = try await plumbline.people(of: company).map { $0.permissions.level(of: .directory) }
        #expect(levels == [.readOnly, .readOnly, .none, .standard, .none])
    }

    @Test(arguments: Storage.available)
    func `people on a deleted template keep what they have, also when it is the last`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        let deleted = try await plumbline.deletePermissionTemplate(
            named: "viewer", in: company, by: fixture.adminActor)

        #expect(deleted.template == PermissionTemplate(name: "viewer", permissions: fixture.viewer.permissions))
        #expect(deleted.people == 1)
        #expect(try await plumbline.person(email: "vic@halvorsen.example", of: company) == fixture.viewer)
        #expect(
            try await fixture.lastAudit()
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .templateDeleted,
                    subject: "permission template viewer",
                    details: "levels: budget=read only;reports=read only\nrights: \npeople: 1"))
        for name in ["accounting approver", "administrator", "estimator", "project manager"] {
            try await plumbline.deletePermissionTemplate(named: name, in: company, by: fixture.adminActor)
        }
        #expect(try await plumbline.permissionTemplates(of: company) == [])
        await #expect(throws: Refused(.noSuchTemplate("viewer"))) {
            try await plumbline.deletePermissionTemplate(named: "viewer", in: company, by: fixture.adminActor)
        }
        await #expect(throws: Refused(.noSuchTemplate("viewer"))) {
            try await plumbline.addPerson(
                to: company, name: "Zoe", email: "zoe@halvorsen.example", template: "viewer", by: fixture.adminActor)
        }
    }

    @Test(arguments: Storage.available)
    func `only a Directory Admin makes, changes and deletes templates`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let mia = fixture.actor(fixture.manager)
        let refused = Refused(.notPermitted(person: "Mia", act: .manageDirectory, needs: "Directory Admin"))

        await #expect(throws: refused) {
            try await plumbline.addPermissionTemplate(named: "foreman", saying: Self.foreman, in: company, by: mia)
        }
        await #expect(throws: refused) {
            try await plumbline.changePermissionTemplate(named: "viewer", saying: Self.foreman, in: company, by: mia)
        }
        await #expect(throws: refused) {
            try await plumbline.deletePermissionTemplate(named: "viewer", in: company, by: mia)
        }
        #expect(try await fixture.lastAudit()?.number == 9)
    }

    @Test(arguments: Storage.available)
    func `another company's templates and people stay as they are`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline
        let other = try await plumbline.addCompany(name: "Other", currency: .eur)
        let zoe = try await plumbline.addPerson(
            to: other.id, name: "Zoe", email: "zoe@other.example", template: "viewer", by: .commandLine)

        try await plumbline.changePermissionTemplate(
            named: "viewer", saying: Self.foreman, in: fixture.company.id, by: fixture.adminActor)
        try await plumbline.deletePermissionTemplate(
            named: "estimator", in: fixture.company.id, by: fixture.adminActor)

        let templates = try await plumbline.permissionTemplates(of: other.id)
        #expect(
            templates.map(\.name)
                == ["accounting approver", "administrator", "estimator", "project manager", "viewer"])
        #expect(templates.last?.permissions == Permissions(levels: [.budget: .readOnly, .reports: .readOnly]))
        #expect(try await plumbline.person(email: "zoe@other.example", of: other.id) == zoe)
        await #expect(throws: Refused(.noSuchPerson(fixture.admin.id.text))) {
            try await plumbline.changePermissionTemplate(
                named: "viewer", saying: Self.foreman, in: other.id, by: fixture.adminActor)
        }
    }
}
