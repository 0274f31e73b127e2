import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct DirectoryTests {
    @Test(arguments: Storage.available)
    func `somebody new has what the template says`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let person = try await fixture.plumbline.addPerson(
            to: fixture.company.id, name: "Zoë Quist", email: " Zoe@Halvorsen.Example ", template: "viewer",
            by: fixture.adminActor)

        let expected = Person(
            id: person.id, company: fixture.company.id, name: "Zoë Quist", email: "zoe@halvorsen.example",
            permissions: Permissions(levels: [.budget: .readOnly, .reports: .readOnly]))
        #expect(person == expected)
        let found = try await fixture.plumbline.person(email: "ZOE@halvorsen.example", of: fixture.company.id)
        #expect(found == expected)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .personAdded,
                    subject: "person zoe@halvorsen.example", details: "name: Zoë Quist\ntemplate: viewer"))
    }

    @Test(arguments: Storage.available)
    func `the directory lists everybody by name`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let people = try await fixture.plumbline.people(of: fixture.company.id)

        #expect(people == [fixture.admin, fixture.approver, fixture.estimator, fixture.manager, fixture.viewer])
    }

    @Test(arguments: Storage.available)
    func `an address is in a directory once`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        await #expect(throws: Refused(.personAlreadyExists(email: "ada@halvorsen.example"))) {
            try await fixture.plumbline.addPerson(
                to: fixture.company.id, name: "Another Ada", email: "ADA@halvorsen.example", template: "viewer",
                by: .commandLine)
        }

        let audit = try await fixture.lastAudit()
        #expect(audit?.number == 9)
    }

    @Test(arguments: Storage.available)
    func `two companies may have the same person`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let other = try await fixture.plumbline.addCompany(name: "Other", currency: .eur)

        let person = try await fixture.plumbline.addPerson(
            to: other.id, name: "Ada", email: "ada@halvorsen.example", template: "viewer", by: .commandLine)

        #expect(person.company == other.id)
        await #expect(throws: Refused(.noSuchPerson(fixture.admin.id.text))) {
            try await fixture.plumbline.addPerson(
                to: other.id, name: "Bo", email: "bo@other.example", template: "viewer", by: fixture.adminActor)
        }
    }

    @Test(arguments: ["", "nobody", "@halvorsen.example", "a@b@c", "a b@c", "zoe@"])
    func `what cannot be an address is refused`(text: String) async throws {
        let fixture = try await FurnishedFixture(.memory)

        await #expect(throws: Refused(.noSuchPerson(text))) {
            try await fixture.plumbline.addPerson(
                to: fixture.company.id, name: "Zoë", email: text, template: "viewer", by: .commandLine)
        }
    }

    @Test func `texts that are too long are refused with their limit`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        let plumbline = fixture.plumbline

        await #expect(throws: Refused(.textIsTooLong(field: "The person's name", longest: 255))) {
            try await plumbline.addPerson(
                to: fixture.company.id, name: String(repeating: "é", count: 256), email: "zoe@halvorsen.example",
                template: "viewer", by: .commandLine)
        }
        await #expect(throws: Refused(.textIsTooLong(field: "The e-mail address", longest: 254))) {
            try await plumbline.addPerson(
                to: fixture.company.id, name: "Zoë", email: String(repeating: "z", count: 253) + "@x",
                template: "viewer", by: .commandLine)
        }
        await #expect(throws: Refused(.textIsEmpty(field: "The person's name"))) {
            try await plumbline.addPerson(
                to: fixture.company.id, name: " ", email: "zoe@halvorsen.example", template: "viewer",
                by: .commandLine)
        }
        let longest = try await plumbline.addPerson(
            to: fixture.company.id, name: String(repeating: "é", count: 255), email: "zoe@halvorsen.example",
            template: "viewer", by: .commandLine)
        #expect(longest.email == "zoe@halvorsen.example")
    }

    @Test(arguments: Storage.available)
    func `an unknown template is refused`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        await #expect(throws: Refused(.noSuchTemplate("king"))) {
            try await fixture.plumbline.addPerson(
                to: fixture.company.id, name: "Zoë", email: "zoe@halvorsen.example", template: "king",
                by: .commandLine)
        }
        await #expect(throws: Refused(.noSuchPerson("zoe@halvorsen.example"))) {
            try await fixture.plumbline.person(email: "zoe@halvorsen.example", of: fixture.company.id)
        }
    }

    @Test(arguments: Storage.available)
    func `only a Directory Admin changes the directory`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let refused = Refused(
            .notPermitted(person: "Mia", act: .manageDirectory, needs: "Directory Admin"))

        await #expect(throws: refused) {
            try await fixture.plumbline.addPerson(
                to: fixture.company.id, name: "Zoë", email: "zoe@halvorsen.example", template: "viewer",
                by: fixture.actor(fixture.manager))
        }
        await #expect(throws: refused) {
            try await fixture.plumbline.permit(
                email: fixture.manager.email, in: fixture.company.id, template: "administrator", on: nil,
                by: fixture.actor(fixture.manager))
        }
    }
}
