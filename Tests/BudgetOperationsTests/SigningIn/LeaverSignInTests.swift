import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct LeaverSignInTests {
    @Test(arguments: Storage.available)
    func `every session ends at once, and the right password is refused as a wrong one is`(
        storage: Storage
    ) async throws {
        let fixture = try await SignInFixture(storage)
        let sessions = [
            try await fixture.session(), try await fixture.session(from: SignInFixture.elsewhere),
        ]
        let leaving = try await fixture.plumbline.leaving(
            of: fixture.firm.manager.id, in: fixture.firm.company.id, by: fixture.firm.admin.id)

        try await fixture.deactivateMia()

        #expect(leaving.sessions == 2)
        #expect(leaving.accepted == [])
        for session in sessions {
            #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) == nil)
        }
        await #expect(throws: Refused(.signInFailed)) { try await fixture.signIn() }
        #expect(try await fixture.firm.lastAudit()?.act == .personDeactivated)
    }

    @Test(arguments: Storage.available)
    func `a link to set a password is withdrawn`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let link = try await fixture.plumbline.makeSignInLink(
            .reset, for: "mia@halvorsen.example", in: fixture.firm.company.id, by: .commandLine)

        try await fixture.deactivateMia()

        await #expect(throws: Refused(.linkIsNotValid)) { try await fixture.plumbline.signInLink(link.secret) }
        try await fixture.reactivateMia()
        await #expect(throws: Refused(.linkIsNotValid)) {
            try await fixture.plumbline.setPassword("violet harbour 12 spoons", byLink: link.secret)
        }
    }

    @Test(arguments: Storage.available)
    func `what was begun before it is not ended after it`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let company = fixture.firm.company.id
        let other = try await fixture.plumbline.addCompany(name: "Other Builders", currency: .eur)
        _ = try await fixture.plumbline.addPerson(
            to: other.id, name: "Mia Lund", email: "mia@halvorsen.example", template: "viewer", by: .commandLine)
        try await fixture.setPassword(of: "mia@halvorsen.example", in: other)
        guard case .goesOn(let step) = try await fixture.signIn() else {
            Issue.record("nothing to choose")
            return
        }
        let session = try await fixture.plumbline.finishSignIn(
            step: step, in: company, code: nil, client: SignInFixture.office)
        let signedIn = try await fixture.person(session)
        guard case .goesOn(let begun) = try await fixture.signIn() else {
            Issue.record("nothing to choose")
            return
        }

        try await fixture.deactivateMia()

        #expect(try await fixture.plumbline.signInChoices(step: begun).map(\.company) == [other])
        await #expect(throws: Refused(.signInIsOver)) {
            try await fixture.plumbline.finishSignIn(
                step: begun, in: company, code: nil, client: SignInFixture.office)
        }
        await #expect(throws: Refused(.personIsDeactivated(person: "Mia"))) {
            try await fixture.plumbline.changePassword(
                from: SignInFixture.password, to: "violet harbour 12 spoons", by: signedIn,
                client: SignInFixture.office)
        }
        #expect(try await fixture.plumbline.browserSessions(of: signedIn) == [])
    }

    @Test(arguments: Storage.available)
    func `another company that the person works for is open as before`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let other = try await fixture.plumbline.addCompany(name: "Other Builders", currency: .eur)
        let twin = try await fixture.plumbline.addPerson(
            to: other.id, name: "Mia Lund", email: "mia@halvorsen.example", template: "viewer", by: .commandLine)
        try await fixture.setPassword(of: twin.email, in: other)

        try await fixture.deactivateMia()

        #expect(try await fixture.person(try await fixture.session()).person == twin)
    }

    @Test(arguments: Storage.available)
    func `reactivated, they sign in with the password they had`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let before = try await fixture.session()
        try await fixture.deactivateMia()

        try await fixture.reactivateMia()

        #expect(try await fixture.plumbline.signedInPerson(secret: before.secret) == nil)
        #expect(try await fixture.person(try await fixture.session()).person == fixture.firm.manager)
    }
}

extension SignInFixture {
    fileprivate func deactivateMia() async throws {
        try await plumbline.deactivatePerson("mia@halvorsen.example", in: firm.company.id, by: firm.adminActor)
    }

    fileprivate func reactivateMia() async throws {
        try await plumbline.reactivatePerson("mia@halvorsen.example", in: firm.company.id, by: firm.adminActor)
    }
}
