import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct SignInTests {
    @Test(arguments: Storage.available)
    func `who knows address and password is signed in, and it is written down`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)

        let session = try await fixture.session()

        let signedIn = try await fixture.person(session)
        #expect(signedIn.person == fixture.firm.manager)
        #expect(signedIn.company == fixture.firm.company)
        let audit = try await fixture.firm.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 12, at: Fixture.start, actor: fixture.firm.actor(fixture.firm.manager), act: .signedIn,
                    subject: "person mia@halvorsen.example", details: "address: 192.0.2.10"))
    }

    @Test(arguments: Storage.available)
    func `a wrong password, an unknown address and a person without a password are refused alike`(
        storage: Storage
    ) async throws {
        let fixture = try await SignInFixture(storage)

        for (email, password) in [
            ("mia@halvorsen.example", "otter piano brick 8"), ("nobody@halvorsen.example", SignInFixture.password),
            ("vic@halvorsen.example", SignInFixture.password), ("", ""),
        ] {
            await #expect(throws: Refused(.signInFailed)) { try await fixture.signIn(email, password) }
        }
        #expect(try await fixture.firm.lastAudit()?.act == .passwordSet)
    }

    @Test func `capitals and spaces around an address, and the way a letter is composed, do not matter`() async throws {
        let fixture = try await SignInFixture(.memory)
        try await fixture.setPassword(of: "vic@halvorsen.example", to: "café otter brick")

        let result = try await fixture.signIn(" Vic@Halvorsen.Example ", "cafe\u{301} otter brick")

        guard case .signedIn = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test(arguments: Storage.available)
    func `an address in two companies with one password chooses, and is then in that one alone`(
        storage: Storage
    ) async throws {
        let fixture = try await SignInFixture(storage)
        let other = try await fixture.plumbline.addCompany(name: "Other Builders", currency: .eur)
        let twin = try await fixture.plumbline.addPerson(
            to: other.id, name: "Mia Lund", email: "mia@halvorsen.example", template: "viewer", by: .commandLine)
        try await fixture.setPassword(of: twin.email, in: other)

        let result = try await fixture.signIn()

        guard case .goesOn(let step) = result else {
            Issue.record("\(result)")
            return
        }
        let choices = try await fixture.plumbline.signInChoices(step: step)
        #expect(choices.map(\.company.name) == ["Halvorsen Builders", "Other Builders"])
        let session = try await fixture.plumbline.finishSignIn(
            step: step, in: other.id, code: nil, client: SignInFixture.office)
        #expect(try await fixture.person(session).person == twin)
        await #expect(throws: Refused(.signInIsOver)) {
            try await fixture.plumbline.finishSignIn(
                step: step, in: fixture.firm.company.id, code: nil, client: SignInFixture.office)
        }
    }

    @Test func `an address in two companies with two passwords is signed in where the password belongs`() async throws {
        let fixture = try await SignInFixture(.memory)
        let other = try await fixture.plumbline.addCompany(name: "Other Builders", currency: .eur)
        let twin = try await fixture.plumbline.addPerson(
            to: other.id, name: "Mia Lund", email: "mia@halvorsen.example", template: "viewer", by: .commandLine)
        try await fixture.setPassword(of: twin.email, to: "violet harbour 12 spoons", in: other)

        let session = try await fixture.session()

        #expect(try await fixture.person(session).company == fixture.firm.company)
    }

    @Test func `a password hashed at a lower cost is hashed anew when its owner signs in`() async throws {
        let fixture = try await SignInFixture(.memory)
        let raised = Plumbline(
            database: fixture.firm.base.database, clock: fixture.plumbline.clock,
            randomness: fixture.plumbline.randomness, log: fixture.plumbline.log,
            passwordCost: PasswordCost(rounds: 32, blockSize: 1, parallelism: 1))

        _ = try await raised.signIn(
            email: "mia@halvorsen.example", password: SignInFixture.password, client: SignInFixture.office)

        let cost = try await fixture.firm.base.database.read(of: .company(fixture.firm.company.id.text)) { tx in
            try tx.row(
                "SELECT cost FROM credentials WHERE company_id = $1", [.text(fixture.firm.company.id.text)])?
                .text("cost")
        }
        #expect(cost == "scrypt 32 1 1")
        _ = try await fixture.session()
    }

    @Test(arguments: Storage.available)
    func `nothing that a browser or a link carries is in the database`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let session = try await fixture.session()
        let link = try await fixture.plumbline.makeSignInLink(
            .reset, for: "mia@halvorsen.example", in: fixture.firm.company.id, by: .commandLine)
        let company = fixture.firm.company.id.text

        let kept = try await fixture.firm.base.database.read(of: .company(company)) { tx in
            try ["browser_sessions", "known_devices", "sign_in_links", "credentials", "audit_entries"].flatMap {
                table in
                try tx.rows("SELECT * FROM \(table) WHERE company_id = $1", [.text(company)]).map { "\($0.values)" }
            }
        }

        for secret in [session.secret, session.device, link.secret] {
            let random = secret.split(separator: ".")[1]
            #expect(!kept.contains { $0.contains(random) })
        }
        #expect(!kept.contains { $0.contains(SignInFixture.password) })
    }
}
