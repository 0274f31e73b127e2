import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct SetUpTests {
    private static let answers = SetUpAnswers(
        companyName: "Lund Builders", currency: .eur, personName: "Ada Berg", email: "Ada@Lund.example",
        password: SignInFixture.password)

    @Test(arguments: Storage.available)
    func `the first link makes the company and signs its administrator in`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let plumbline = fixture.plumbline
        let link = try #require(try await plumbline.makeSetUpLink())
        let other = try #require(try await plumbline.makeSetUpLink())

        let session = try await plumbline.setUp(Self.answers, byLink: link, client: SignInFixture.office)

        let signedIn = try #require(try await plumbline.signedInPerson(secret: session.secret))
        #expect(signedIn.company == Company(id: signedIn.company.id, name: "Lund Builders", currency: .eur))
        #expect(signedIn.person.name == "Ada Berg" && signedIn.person.email == "ada@lund.example")
        #expect(signedIn.person.permissions == PermissionTemplate.administrator.permissions)
        #expect(!signedIn.person.canPushToAccounting)
        let audit = try await plumbline.auditEntries(of: signedIn.company.id, limit: 10)
        #expect(audit.map(\.act) == [.signedIn, .passwordSet, .personAdded, .companyAdded])
        for used in [link, other] {
            await #expect(throws: Refused(.linkIsNotValid)) {
                try await plumbline.setUp(Self.answers, byLink: used, client: SignInFixture.office)
            }
        }
        #expect(try await plumbline.makeSetUpLink() == nil)
    }

    @Test func `a link is good for a day`() async throws {
        let fixture = try await Fixture(.memory)
        let link = try #require(try await fixture.plumbline.makeSetUpLink())
        try await fixture.plumbline.checkSetUpLink(link)

        fixture.time.advance(seconds: 86_400)

        await #expect(throws: Refused(.linkIsNotValid)) { try await fixture.plumbline.checkSetUpLink(link) }
    }

    @Test(arguments: Storage.available)
    func `once the command line made a company no link makes one`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let link = try #require(try await fixture.plumbline.makeSetUpLink())
        _ = try await fixture.plumbline.addCompany(name: "First", currency: .usd)

        await #expect(throws: Refused(.linkIsNotValid)) {
            try await fixture.plumbline.setUp(Self.answers, byLink: link, client: SignInFixture.office)
        }
    }

    @Test(arguments: Storage.shared)
    func `two people with two links make one company`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let plumbline = fixture.plumbline
        let links = [
            try #require(try await plumbline.makeSetUpLink()), try #require(try await plumbline.makeSetUpLink()),
        ]

        let made = await withTaskGroup(of: Bool.self) { group in
            for (number, link) in links.enumerated() {
                group.addTask {
                    let answers = SetUpAnswers(
                        companyName: "Firm \(number)", currency: .usd, personName: "Ada Berg",
                        email: "ada@lund.example", password: SignInFixture.password)
                    return (try? await plumbline.setUp(answers, byLink: link, client: SignInFixture.office)) != nil
                }
            }
            return await group.reduce(into: 0) { count, wasMade in count += wasMade ? 1 : 0 }
        }

        #expect(made == 1)
        #expect(try await plumbline.companies().count == 1)
    }
}
