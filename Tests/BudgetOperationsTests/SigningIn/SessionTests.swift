import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct SessionTests {
    @Test(arguments: Storage.available)
    func `a session ends after twelve hours without use`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let session = try await fixture.session()

        fixture.time.advance(seconds: 11 * 3_600)
        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) != nil)
        fixture.time.advance(seconds: 11 * 3_600)
        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) != nil)
        fixture.time.advance(seconds: 12 * 3_600)
        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) == nil)
    }

    @Test func `a session ends after fourteen days however busy it is`() async throws {
        let fixture = try await SignInFixture(.memory)
        let session = try await fixture.session()

        for _ in 0..<33 {
            fixture.time.advance(seconds: 10 * 3_600)
            #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) != nil)
        }
        fixture.time.advance(seconds: 6 * 3_600)

        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) == nil)
    }

    @Test(arguments: Storage.shared)
    func `a session opened at one server is known at another`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let other = Plumbline(
            database: fixture.firm.base.database, clock: fixture.plumbline.clock,
            randomness: fixture.plumbline.randomness, log: fixture.plumbline.log)
        let session = try await fixture.session()

        #expect(try await other.signedInPerson(secret: session.secret)?.person == fixture.firm.manager)
        try await other.endSession(try await fixture.person(session).session, by: try await fixture.person(session))
        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) == nil)
    }

    @Test(arguments: Storage.available)
    func `a person sees the own sessions, ends one, and ends all`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let office = try await fixture.session()
        fixture.time.advance(seconds: 120)
        let phone = try await fixture.session(from: SignInFixture.elsewhere)
        let me = try await fixture.person(office)

        let listed = try await fixture.plumbline.browserSessions(of: me)
        #expect(listed.map(\.address) == ["192.0.2.10", "198.51.100.7"])
        let phoneSession = try await fixture.person(phone).session
        try await fixture.plumbline.endSession(phoneSession, by: me)
        #expect(try await fixture.plumbline.signedInPerson(secret: phone.secret) == nil)
        #expect(try await fixture.plumbline.signedInPerson(secret: office.secret) != nil)
        try await fixture.plumbline.endEverySession(by: me)
        #expect(try await fixture.plumbline.signedInPerson(secret: office.secret) == nil)
        #expect(try await fixture.firm.lastAudit()?.details == "sessions: all")
    }

    @Test func `nobody ends somebody else's session`() async throws {
        let fixture = try await SignInFixture(.memory)
        try await fixture.setPassword(of: "vic@halvorsen.example")
        let mia = try await fixture.session()
        guard case .signedIn(let vic) = try await fixture.signIn("vic@halvorsen.example") else { return }

        try await fixture.plumbline.endSession(try await fixture.person(mia).session, by: try await fixture.person(vic))

        #expect(try await fixture.plumbline.signedInPerson(secret: mia.secret) != nil)
    }

    @Test(arguments: Storage.available)
    func `a changed password ends every session and opens a new one`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let old = try await fixture.session()
        let me = try await fixture.person(old)

        await #expect(throws: Refused(.passwordIsWrong)) {
            try await fixture.plumbline.changePassword(
                from: "not it at all", to: "violet harbour 12 spoons", by: me, client: SignInFixture.office)
        }
        let new = try await fixture.plumbline.changePassword(
            from: SignInFixture.password, to: "violet harbour 12 spoons", by: me, client: SignInFixture.office)

        #expect(try await fixture.plumbline.signedInPerson(secret: old.secret) == nil)
        #expect(try await fixture.person(new).person == fixture.firm.manager)
        await #expect(throws: Refused(.signInFailed)) { try await fixture.signIn() }
        _ = try await fixture.signIn("mia@halvorsen.example", "violet harbour 12 spoons")
    }

    @Test(arguments: ["", "x", "no-such-company.0000000000000000000000000000000000000000000000000000", "a.b.c"])
    func `what is no secret of ours signs nobody in`(secret: String) async throws {
        let fixture = try await SignInFixture(.memory)

        #expect(try await fixture.plumbline.signedInPerson(secret: secret) == nil)
    }

    @Test(arguments: Storage.available)
    func `housekeeping removes what is over and nothing else`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        _ = try await fixture.session()
        fixture.time.advance(seconds: 13 * 3_600)
        let session = try await fixture.session()

        #expect(try await fixture.plumbline.keepHouse() == 1)
        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) != nil)
    }
}
