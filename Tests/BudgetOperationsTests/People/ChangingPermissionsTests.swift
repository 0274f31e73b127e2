import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct ChangingPermissionsTests {
    @Test(arguments: Storage.available)
    func `permissions that somebody changed since are not written over`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let seen = fixture.viewer.permissions.stamp
        #expect(seen == "budget=read only;reports=read only|")
        let wanted = Permissions(levels: [.budget: .standard])

        _ = try await plumbline.permit(
            email: "vic@halvorsen.example", in: company, template: "estimator", on: nil, by: fixture.adminActor,
            seen: seen)
        await #expect(throws: Refused(.permissionsHaveChanged(person: "Vic"))) {
            try await plumbline.setPermissions(
                of: "vic@halvorsen.example", in: company, to: wanted, on: nil, by: fixture.adminActor, seen: seen)
        }
        let now = try await plumbline.person(email: "vic@halvorsen.example", of: company)
        #expect(
            now.permissions.stamp
                == "budget=standard;reports=read only|import line items;modify original budget amount")
        let set = try await plumbline.setPermissions(
            of: "vic@halvorsen.example", in: company, to: wanted, on: nil, by: fixture.adminActor,
            seen: now.permissions.stamp)
        #expect(set.permissions == wanted)
    }

    @Test(arguments: Storage.available)
    func `the last Directory Admin stays one, but for the command line`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        await #expect(throws: Refused(.lastDirectoryAdmin(person: "Ada"))) {
            try await plumbline.permit(
                email: "ada@halvorsen.example", in: company, template: "viewer", on: nil, by: fixture.adminActor)
        }
        _ = try await plumbline.permit(
            email: "mia@halvorsen.example", in: company, template: "administrator", on: nil, by: fixture.adminActor)
        let ada = try await plumbline.permit(
            email: "ada@halvorsen.example", in: company, template: "viewer", on: nil, by: fixture.adminActor)
        let mia = try await plumbline.permit(
            email: "mia@halvorsen.example", in: company, template: "viewer", on: nil, by: .commandLine)

        #expect([ada, mia].map { $0.permissions.level(of: .directory) } == [.none, .none])
    }

    @Test(arguments: Storage.available)
    func `levels of one project are taken away again`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        _ = try await plumbline.permit(
            email: "vic@halvorsen.example", in: company, template: "project manager", on: "1001",
            by: fixture.adminActor)
        let before = try await plumbline.personView(fixture.viewer.id, in: company, by: fixture.admin.id)
        #expect(before.onProjects.map(\.number) == ["1001"])
        #expect(before.onProjects.map(\.name) == ["Harbour Street Clinic"])
        #expect(
            before.onProjects.map(\.permissions) == [Permissions(levels: [.budget: .admin, .reports: .standard])])

        try await plumbline.removeProjectPermissions(
            of: "vic@halvorsen.example", on: "1001", in: company, by: fixture.adminActor)
        try await plumbline.removeProjectPermissions(
            of: "vic@halvorsen.example", on: "1001", in: company, by: fixture.adminActor)

        #expect(
            try await plumbline.person(email: "vic@halvorsen.example", of: company, on: "1001") == fixture.viewer)
        #expect(
            try await fixture.lastAudit()
                == AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.adminActor, act: .permissionsChanged,
                    subject: "person vic@halvorsen.example", details: "on: project 1001\nas: on every project"))
        await #expect(
            throws: Refused(.notPermitted(person: "Mia", act: .manageDirectory, needs: "Directory Admin"))
        ) {
            try await plumbline.removeProjectPermissions(
                of: "vic@halvorsen.example", on: "1001", in: company, by: fixture.actor(fixture.manager))
        }
    }

    @Test(arguments: Storage.available)
    func `the directory says who asks and who has no password`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.firm.company.id)
        _ = try await plumbline.grantAccountingPrivilege(to: "ada@halvorsen.example", in: company, by: .commandLine)
        try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.firm.estimator.id)

        let directory = try await plumbline.directory(of: company, by: fixture.firm.admin.id)

        #expect(directory.entries.map(\.person.name) == ["Ada", "Ben", "Eve", "Mia", "Vic"])
        #expect(directory.entries.map(\.asksForPrivilege) == [false, false, true, false, false])
        #expect(directory.entries.map(\.hasPassword) == [false, false, false, true, false])
        #expect(directory.templates.count == 5)
        await #expect(
            throws: Refused(
                .notPermitted(person: "Mia", act: .viewDirectory, needs: "Directory Read Only or higher"))
        ) {
            try await plumbline.directory(of: company, by: fixture.firm.manager.id)
        }
    }

    @Test(arguments: Storage.available)
    func `nobody of another company is found`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let other = try await fixture.plumbline.addCompany(name: "Other", currency: .eur)
        let zoe = try await fixture.plumbline.addPerson(
            to: other.id, name: "Zoe", email: "zoe@other.example", template: "viewer", by: .commandLine)

        await #expect(throws: Refused(.noSuchPerson(zoe.id.text))) {
            try await fixture.plumbline.personView(zoe.id, in: fixture.company.id, by: fixture.admin.id)
        }
        await #expect(throws: Refused(.noSuchPerson(zoe.id.text))) {
            try await fixture.plumbline.explanation(
                of: .viewBudget, by: zoe.id, on: nil, in: fixture.company.id, for: fixture.admin.id)
        }
    }
}
