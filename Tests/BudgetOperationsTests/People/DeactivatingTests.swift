import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct DeactivatingTests {
    @Test(arguments: Storage.available)
    func `a Directory Admin deactivates somebody and lets them back in`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        var expected = fixture.viewer
        expected.deactivation = Deactivation(by: "Ada", at: Fixture.start)

        let gone = try await plumbline.deactivatePerson(
            " VIC@halvorsen.example", in: company, by: fixture.adminActor)
        fixture.base.time.advance(seconds: 60)
        let again = try await plumbline.deactivatePerson("vic@halvorsen.example", in: company, by: .commandLine)
        let listed = try await plumbline.people(of: company)
        let back = try await plumbline.reactivatePerson("vic@halvorsen.example", in: company, by: fixture.adminActor)
        _ = try await plumbline.reactivatePerson("vic@halvorsen.example", in: company, by: fixture.adminActor)

        #expect(gone == expected)
        #expect(again == expected)
        #expect(listed == [fixture.admin, fixture.approver, fixture.estimator, fixture.manager, expected])
        #expect(back == fixture.viewer)
        #expect(try await plumbline.person(email: "vic@halvorsen.example", of: company) == fixture.viewer)
        let entries = try await plumbline.auditEntries(of: company, limit: 2)
        #expect(
            entries == [
                AuditEntry(
                    number: 11, at: Instant(microsecondsSince1970: 1_772_442_060_000_000), actor: fixture.adminActor,
                    act: .personReactivated, subject: "person vic@halvorsen.example", details: ""),
                AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .personDeactivated,
                    subject: "person vic@halvorsen.example", details: ""),
            ])
    }

    @Test(arguments: Storage.available)
    func `the privilege is taken away by those who may grant it, and does not come back`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        await #expect(throws: Refused(.approverIsGuarded(person: "Ada", approver: "Ben"))) {
            try await plumbline.deactivatePerson("ben@halvorsen.example", in: company, by: fixture.adminActor)
        }
        _ = try await plumbline.grantAccountingPrivilege(to: "ada@halvorsen.example", in: company, by: .commandLine)
        try await plumbline.deactivatePerson("ben@halvorsen.example", in: company, by: fixture.adminActor)
        let back = try await plumbline.reactivatePerson("ben@halvorsen.example", in: company, by: fixture.adminActor)

        #expect(back.accountingPrivilege == nil)
        #expect(back.permissions == fixture.approver.permissions)
        let entries = try await plumbline.auditEntries(of: company, limit: 3)
        #expect(entries.map(\.act) == [.personReactivated, .personDeactivated, .privilegeRevoked])
        #expect(entries.map(\.subject) == Array(repeating: "person ben@halvorsen.example", count: 3))
        #expect(entries.map(\.actor) == Array(repeating: fixture.adminActor, count: 3))
    }

    @Test(arguments: Storage.available)
    func `what they ask for is withdrawn`(storage: Storage) async throws {
        let fixture = try await PrivilegeRequestTests.fixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let asked = try await plumbline.requestAccountingPrivilege(
            reason: "Ben is away", in: company, by: fixture.manager.id)

        try await plumbline.deactivatePerson("mia@halvorsen.example", in: company, by: fixture.adminActor)

        let view = try await plumbline.personView(fixture.manager.id, in: company, by: fixture.approver.id)
        #expect(
            view.requests == [
                PrivilegeRequest(
                    id: asked.id, person: fixture.manager.id, personName: "Mia", reason: "Ben is away",
                    askedAt: Fixture.start,
                    answer: PrivilegeRequest.Answer(.withdrawn, by: "Ada", at: Fixture.start, comment: ""))
            ])
        #expect(try await plumbline.dashboard(of: company, by: fixture.approver.id).requests.rows == [])
        #expect(
            try await fixture.lastAudit()
                == AuditEntry(
                    number: 12, at: Fixture.start, actor: fixture.adminActor, act: .personDeactivated,
                    subject: "person mia@halvorsen.example",
                    details: "withdrawn: request for Can Push to Accounting"))
        try await plumbline.reactivatePerson("mia@halvorsen.example", in: company, by: fixture.adminActor)
        #expect(
            try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.manager.id).isOpen)
    }

    @Test(arguments: Storage.available)
    func `nobody deactivates themselves, and somebody active always manages the Directory`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        func deactivate(_ name: String, by actor: Actor) async throws {
            try await plumbline.deactivatePerson("\(name)@halvorsen.example", in: company, by: actor)
        }
        let mia = fixture.actor(fixture.manager)

        await #expect(throws: Refused([.ownDeactivation(person: "Ada"), .lastDirectoryAdmin(person: "Ada")])) {
            try await deactivate("ada", by: fixture.adminActor)
        }
        await #expect(throws: Refused(.lastDirectoryAdmin(person: "Ada"))) {
            try await deactivate("ada", by: .commandLine)
        }
        _ = try await plumbline.permit(
            email: "mia@halvorsen.example", in: company, template: "administrator", on: nil, by: fixture.adminActor)
        await #expect(throws: Refused(.ownDeactivation(person: "Ada"))) {
            try await deactivate("ada", by: fixture.adminActor)
        }
        try await deactivate("ada", by: mia)

        await #expect(throws: Refused(.personIsDeactivated(person: "Ada"))) {
            try await deactivate("mia", by: fixture.adminActor)
        }
        await #expect(throws: Refused(.lastDirectoryAdmin(person: "Mia"))) {
            try await deactivate("mia", by: .commandLine)
        }
        await #expect(throws: Refused(.lastDirectoryAdmin(person: "Mia"))) {
            try await plumbline.permit(
                email: "mia@halvorsen.example", in: company, template: "viewer", on: nil, by: mia)
        }
        let view = try await plumbline.personView(fixture.viewer.id, in: company, by: fixture.manager.id)
        #expect(view.company.directoryAdmins == ["Mia"])
    }

    @Test(arguments: Storage.available)
    func `only who manages the Directory deactivates and reactivates`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let refused = Refused(.notPermitted(person: "Mia", act: .manageDirectory, needs: "Directory Admin"))
        let mia = fixture.actor(fixture.manager)

        await #expect(throws: refused) {
            try await plumbline.deactivatePerson("vic@halvorsen.example", in: company, by: mia)
        }
        await #expect(throws: refused) {
            try await plumbline.reactivatePerson("vic@halvorsen.example", in: company, by: mia)
        }
        await #expect(throws: refused) {
            try await plumbline.leaving(of: fixture.viewer.id, in: company, by: fixture.manager.id)
        }
        #expect(try await fixture.lastAudit()?.number == 9)
    }

    @Test(arguments: Storage.available)
    func `a person of that address is not added a second time, nor granted or sent anything`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        try await plumbline.deactivatePerson("vic@halvorsen.example", in: company, by: .commandLine)
        let refused = Refused(.personIsDeactivated(person: "Vic"))

        await #expect(throws: refused) {
            try await plumbline.addPerson(
                to: company, name: "Victor", email: "VIC@halvorsen.example", template: "viewer", by: .commandLine)
        }
        await #expect(throws: refused) {
            try await plumbline.makeSignInLink(
                .invitation, for: "vic@halvorsen.example", in: company, by: .commandLine)
        }
        await #expect(throws: refused) {
            try await plumbline.grantAccountingPrivilege(to: "vic@halvorsen.example", in: company, by: .commandLine)
        }
        #expect(try await plumbline.people(of: company).count == 5)
        #expect(try await fixture.lastAudit()?.number == 10)
    }

    @Test(arguments: Storage.available)
    func `the database itself keeps the privilege from somebody who is deactivated`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.plumbline.deactivatePerson(
            "vic@halvorsen.example", in: fixture.company.id, by: .commandLine)
        let database = fixture.base.database

        await #expect(throws: DatabaseError.self) {
            try await database.write(of: .everyCompany) { tx in
                try tx.execute("UPDATE people SET privilege_by = 'somebody', privilege_at = 1 WHERE name = 'Vic'")
            }
        }
        await #expect(throws: DatabaseError.self) {
            try await database.write(of: .everyCompany) { tx in
                try tx.execute("UPDATE people SET deactivated_by = 'somebody' WHERE name = 'Ada'")
            }
        }
    }
}
