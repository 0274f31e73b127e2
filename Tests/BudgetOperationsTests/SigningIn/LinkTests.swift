import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct LinkTests {
    @Test(arguments: Storage.available)
    func `an invitation sets a password once`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let link = try await fixture.plumbline.makeSignInLink(
            .invitation, for: "eve@halvorsen.example", in: fixture.firm.company.id, by: fixture.firm.adminActor)
        #expect(link.expiresAt == Fixture.start.adding(seconds: 604_800))
        #expect(try await fixture.plumbline.signInLink(link.secret).person == fixture.firm.estimator)

        try await fixture.plumbline.setPassword("violet harbour 12 spoons", byLink: link.secret)

        #expect(
            try await fixture.firm.lastAudit()
                == AuditEntry(
                    number: 13, at: Fixture.start, actor: fixture.firm.actor(fixture.firm.estimator),
                    act: .passwordSet, subject: "person eve@halvorsen.example", details: "by: invitation link"))
        await #expect(throws: Refused(.linkIsNotValid)) {
            try await fixture.plumbline.setPassword("another harbour 12 spoons", byLink: link.secret)
        }
        _ = try await fixture.signIn("eve@halvorsen.example", "violet harbour 12 spoons")
    }

    @Test(arguments: Storage.available)
    func `a password that does not fit leaves the link as it was`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let link = try await fixture.plumbline.makeSignInLink(
            .reset, for: "mia@halvorsen.example", in: fixture.firm.company.id, by: .commandLine)

        await #expect(throws: Refused(.passwordDoesNotFit(problem: "has fewer than 12 characters"))) {
            try await fixture.plumbline.setPassword("short", byLink: link.secret)
        }

        #expect(try await fixture.plumbline.signInLink(link.secret).purpose == .reset)
        _ = try await fixture.session()
    }

    @Test func `a reset link is good for an hour, and a newer one takes its place`() async throws {
        let fixture = try await SignInFixture(.memory)
        let company = fixture.firm.company.id
        let first = try await fixture.plumbline.makeSignInLink(
            .reset, for: "mia@halvorsen.example", in: company, by: .commandLine)
        let second = try await fixture.plumbline.makeSignInLink(
            .reset, for: "mia@halvorsen.example", in: company, by: .commandLine)

        await #expect(throws: Refused(.linkIsNotValid)) { try await fixture.plumbline.signInLink(first.secret) }
        fixture.time.advance(seconds: 3_600)
        await #expect(throws: Refused(.linkIsNotValid)) { try await fixture.plumbline.signInLink(second.secret) }
    }

    @Test(arguments: Storage.available)
    func `a link that is used ends every session`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let session = try await fixture.session()

        try await fixture.setPassword(of: "mia@halvorsen.example", to: "violet harbour 12 spoons")

        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) == nil)
    }

    @Test func `only a Directory Admin makes links`() async throws {
        let fixture = try await SignInFixture(.memory)

        await #expect(
            throws: Refused(.notPermitted(person: "Mia", act: .manageDirectory, needs: "Directory Admin"))
        ) {
            try await fixture.plumbline.makeSignInLink(
                .reset, for: "ada@halvorsen.example", in: fixture.firm.company.id,
                by: fixture.firm.actor(fixture.firm.manager))
        }
    }
}
