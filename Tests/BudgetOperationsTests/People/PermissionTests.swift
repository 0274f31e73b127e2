import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct PermissionTests {
    @Test(arguments: Storage.available)
    func `a new company has the standard templates`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let templates = try await fixture.plumbline.permissionTemplates(of: fixture.company.id)

        #expect(
            templates.map(\.name) == [
                "accounting approver", "administrator", "estimator", "project manager", "viewer",
            ])
        #expect(Set(templates) == Set(PermissionTemplate.standard))
    }

    @Test(arguments: Storage.available)
    func `a template on a project holds there and nowhere else`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let onProject = try await fixture.plumbline.permit(
            email: "vic@halvorsen.example", in: fixture.company.id, template: "project manager", on: "1001",
            by: fixture.adminActor)

        #expect(onProject.permissions == Permissions(levels: [.budget: .admin, .reports: .standard]))
        let everywhere = try await fixture.plumbline.person(
            email: "vic@halvorsen.example", of: fixture.company.id)
        #expect(everywhere == fixture.viewer)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .permissionsChanged,
                    subject: "person vic@halvorsen.example", details: "on: project 1001\ntemplate: project manager"))
    }

    @Test(arguments: Storage.available)
    func `permissions are set one by one`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let permissions = Permissions(levels: [.budget: .readOnly, .directory: .readOnly], rights: [.lockBudget])

        let person = try await fixture.plumbline.setPermissions(
            of: "vic@halvorsen.example", in: fixture.company.id, to: permissions, on: nil, by: .commandLine)

        #expect(person.permissions == permissions)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: .commandLine, act: .permissionsChanged,
                    subject: "person vic@halvorsen.example",
                    details: "on: every project\nlevels: directory=read only;budget=read only\nrights: lock budget"))
    }

    @Test(arguments: Storage.available)
    func `permissions of nobody or on no project are refused`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        await #expect(throws: Refused(.noSuchPerson("zoe@halvorsen.example"))) {
            try await fixture.plumbline.permit(
                email: "zoe@halvorsen.example", in: fixture.company.id, template: "viewer", on: nil,
                by: .commandLine)
        }
        await #expect(throws: Refused(.noSuchProject("1002"))) {
            try await fixture.plumbline.setPermissions(
                of: "vic@halvorsen.example", in: fixture.company.id, to: Permissions(), on: "1002",
                by: .commandLine)
        }
    }

    @Test(arguments: Storage.available)
    func `the command line grants the first privilege and its holder the next`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline
        fixture.base.time.advance(seconds: 60)

        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Ada", act: .grantAccountingPrivilege,
                    needs: "Directory Admin and Can Push to Accounting"))
        ) {
            try await plumbline.grantAccountingPrivilege(
                to: "vic@halvorsen.example", in: fixture.company.id, by: fixture.adminActor)
        }
        _ = try await plumbline.grantAccountingPrivilege(
            to: "ada@halvorsen.example", in: fixture.company.id, by: .commandLine)
        let granted = try await plumbline.grantAccountingPrivilege(
            to: "vic@halvorsen.example", in: fixture.company.id, by: fixture.adminActor)

        let later = Instant(microsecondsSince1970: 1_772_442_060_000_000)
        #expect(granted.accountingPrivilege == AccountingPrivilege(grantedBy: "Ada", grantedAt: later))
        let stored = try await plumbline.person(email: "vic@halvorsen.example", of: fixture.company.id)
        #expect(stored == granted)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 11, at: later, actor: fixture.adminActor, act: .privilegeGranted,
                    subject: "person vic@halvorsen.example", details: ""))
    }

    @Test(arguments: Storage.available)
    func `a privilege is granted once and revoked once`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let plumbline = fixture.plumbline

        let again = try await plumbline.grantAccountingPrivilege(
            to: "ben@halvorsen.example", in: fixture.company.id, by: .commandLine)
        #expect(again == fixture.approver)
        let revoked = try await plumbline.revokeAccountingPrivilege(
            from: "ben@halvorsen.example", in: fixture.company.id, by: .commandLine)
        try await plumbline.revokeAccountingPrivilege(
            from: "ben@halvorsen.example", in: fixture.company.id, by: .commandLine)

        #expect(revoked.accountingPrivilege == nil)
        let stored = try await plumbline.person(email: "ben@halvorsen.example", of: fixture.company.id)
        #expect(stored == revoked)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: .commandLine, act: .privilegeRevoked,
                    subject: "person ben@halvorsen.example", details: ""))
    }
}
