import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

/// Ben, the approver, has the privilege and no Directory level; here he is made Directory Admin, who may grant it.
@Suite struct PrivilegeRequestTests {
    @Test(arguments: Storage.available)
    func `a request lands with those who may grant it, and a grant answers it`(storage: Storage) async throws {
        let fixture = try await Self.fixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        let asked = try await plumbline.requestAccountingPrivilege(
            reason: "Ben is away in June", in: company, by: fixture.manager.id)
        let again = try await plumbline.requestAccountingPrivilege(
            reason: "please", in: company, by: fixture.manager.id)
        fixture.base.time.advance(seconds: 60)
        let granted = try await plumbline.answerPrivilegeRequest(
            of: "mia@halvorsen.example", isGranted: true, comment: "until July", in: company,
            by: fixture.actor(fixture.approver))

        let later = Instant(microsecondsSince1970: 1_772_442_060_000_000)
        #expect(again == asked)
        #expect(granted.accountingPrivilege == AccountingPrivilege(grantedBy: "Ben", grantedAt: later))
        let view = try await plumbline.personView(fixture.manager.id, in: company, by: fixture.admin.id)
        #expect(
            view.requests == [
                PrivilegeRequest(
                    id: asked.id, person: fixture.manager.id, personName: "Mia", reason: "Ben is away in June",
                    askedAt: Fixture.start,
                    answer: PrivilegeRequest.Answer(.granted, by: "Ben", at: later, comment: "until July"))
            ])
        #expect(view.company.directoryAdmins == ["Ada", "Ben"])
        #expect(view.company.granters == ["Ben"])
        let entries = try await plumbline.auditEntries(of: company, limit: 2)
        #expect(
            entries == [
                AuditEntry(
                    number: 12, at: later, actor: fixture.actor(fixture.approver), act: .privilegeGranted,
                    subject: "person mia@halvorsen.example", details: "comment: until July"),
                AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.actor(fixture.manager), act: .privilegeRequested,
                    subject: "person mia@halvorsen.example", details: "reason: Ben is away in June"),
            ])
    }

    @Test(arguments: Storage.available)
    func `a request is declined with a comment, once`(storage: Storage) async throws {
        let fixture = try await Self.fixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.manager.id)
        @Sendable func decline(_ comment: String) async throws {
            try await plumbline.answerPrivilegeRequest(
                of: "mia@halvorsen.example", isGranted: false, comment: comment, in: company,
                by: fixture.actor(fixture.approver))
        }

        await #expect(throws: Refused(.decliningNeedsComment)) { try await decline(" ") }
        try await decline("You send the budgets")
        await #expect(throws: Refused(.privilegeIsNotAskedFor(person: "Mia"))) { try await decline("again") }

        let mia = try await plumbline.person(email: "mia@halvorsen.example", of: company)
        #expect(mia.accountingPrivilege == nil)
        #expect(
            try await fixture.lastAudit()
                == AuditEntry(
                    number: 12, at: Fixture.start, actor: fixture.actor(fixture.approver), act: .privilegeDeclined,
                    subject: "person mia@halvorsen.example", details: "comment: You send the budgets"))
        let next = try await plumbline.requestAccountingPrivilege(
            reason: "Eve sends them now", in: company, by: fixture.manager.id)
        #expect(next.isOpen)
    }

    @Test(arguments: Storage.available)
    func `where nobody may grant it, the first grant is the command line's, and answers the request`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)

        await #expect(throws: Refused(.nobodyGrantsPrivilege)) {
            try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.manager.id)
        }
        _ = try await plumbline.grantAccountingPrivilege(to: "ada@halvorsen.example", in: company, by: .commandLine)
        try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.manager.id)
        _ = try await plumbline.grantAccountingPrivilege(to: "mia@halvorsen.example", in: company, by: .commandLine)

        let view = try await plumbline.personView(fixture.manager.id, in: company, by: fixture.manager.id)
        #expect(
            view.requests.map(\.answer) == [
                PrivilegeRequest.Answer(.granted, by: "command line", at: Fixture.start, comment: "")
            ])
        await #expect(throws: Refused(.privilegeIsThere(person: "Mia"))) {
            try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.manager.id)
        }
    }

    @Test(arguments: Storage.available)
    func `nobody answers a request who may not grant, not even a Directory Admin`(storage: Storage) async throws {
        let fixture = try await Self.fixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        try await plumbline.requestAccountingPrivilege(reason: "", in: company, by: fixture.admin.id)

        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Ada", act: .grantAccountingPrivilege,
                    needs: "Directory Admin and Can Push to Accounting"))
        ) {
            try await plumbline.answerPrivilegeRequest(
                of: "ada@halvorsen.example", isGranted: true, comment: "", in: company, by: fixture.adminActor)
        }
    }

    @Test(arguments: Storage.available)
    func `a Directory Admin without the privilege lets no approver in`(storage: Storage) async throws {
        let fixture = try await Self.fixture(storage)
        let (plumbline, company) = (fixture.plumbline, fixture.company.id)
        let refused = Refused(.approverIsGuarded(person: "Ada", approver: "Ben"))

        await #expect(throws: refused) {
            try await plumbline.makeSignInLink(
                .reset, for: "ben@halvorsen.example", in: company, by: fixture.adminActor)
        }
        await #expect(throws: refused) {
            try await plumbline.removeSecondFactor(of: "ben@halvorsen.example", in: company, by: fixture.adminActor)
        }
        _ = try await plumbline.makeSignInLink(
            .reset, for: "mia@halvorsen.example", in: company, by: fixture.adminActor)
        _ = try await plumbline.makeSignInLink(.reset, for: "ben@halvorsen.example", in: company, by: .commandLine)
    }

    /// With ten audit entries.
    static func fixture(_ storage: Storage) async throws -> FurnishedFixture {
        let fixture = try await FurnishedFixture(storage)
        _ = try await fixture.plumbline.setPermissions(
            of: "ben@halvorsen.example", in: fixture.company.id,
            to: Permissions(levels: [.directory: .admin, .budget: .readOnly, .erpIntegrations: .standard]), on: nil,
            by: .commandLine)
        return fixture
    }
}
