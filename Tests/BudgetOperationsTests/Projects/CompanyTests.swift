import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct CompanyTests {
    @Test(arguments: Storage.available)
    func `a new company starts with the standard cost types`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)

        let company = try await fixture.plumbline.addCompany(name: "Halvorsen Builders", currency: .eur)

        #expect(company == Company(id: company.id, name: "Halvorsen Builders", currency: .eur))
        let companies = try await fixture.plumbline.companies()
        #expect(companies == [company])
        let types = try await fixture.plumbline.costTypes(of: company.id)
        #expect(
            types == [
                CostType(code: "E", name: "Equipment"), CostType(code: "L", name: "Labor"),
                CostType(code: "M", name: "Materials"), CostType(code: "O", name: "Other"),
                CostType(code: "OC", name: "Owner Cost"), CostType(code: "S", name: "Commitments"),
                CostType(code: "SVC", name: "Professional Services"),
            ])
        let audit = try await fixture.lastAudit(of: company.id)
        #expect(
            audit
                == AuditEntry(
                    number: 1, at: Fixture.start, actor: .commandLine, act: .companyAdded,
                    subject: "company Halvorsen Builders", details: "currency: EUR"))
    }

    @Test(arguments: Storage.available)
    func `a company has a name of its own that fits`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let company = try await fixture.plumbline.addCompany(name: "Halvorsen", currency: .usd)

        await #expect(throws: Refused(.companyAlreadyExists("Halvorsen"))) {
            try await fixture.plumbline.addCompany(name: "Halvorsen", currency: .usd)
        }
        await #expect(throws: Refused(.textIsTooLong(field: "The company's name", longest: 255))) {
            try await fixture.plumbline.addCompany(name: String(repeating: "H", count: 256), currency: .usd)
        }
        let companies = try await fixture.plumbline.companies()
        #expect(companies == [company])
    }

    @Test(arguments: Storage.available)
    func `a company need not be named while it is the only one`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        await #expect(throws: Refused(.noSuchCompany(""))) { try await fixture.plumbline.company(named: nil) }

        let first = try await fixture.plumbline.addCompany(name: "Ost", currency: .usd)
        let only = try await fixture.plumbline.company(named: nil)
        #expect(only == first)

        let second = try await fixture.plumbline.addCompany(name: "Nord", currency: .usd)
        await #expect(throws: Refused(.companyMustBeNamed(companies: ["Nord", "Ost"]))) {
            try await fixture.plumbline.company(named: nil)
        }
        await #expect(throws: Refused(.noSuchCompany("West"))) {
            try await fixture.plumbline.company(named: "West")
        }
        let named = try await fixture.plumbline.company(named: "Nord")
        #expect(named == second)
    }

    @Test(arguments: Storage.available)
    func `settings change together with an entry that names them`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let settings = try await fixture.plumbline.changeSettings(
            of: fixture.company.id, by: fixture.adminActor
        ) { settings in
            settings.usesSubItems = true
            settings.senderMayNotApprove = true
        }

        #expect(settings == CompanySettings(senderMayNotApprove: true, usesSubItems: true))
        let stored = try await fixture.plumbline.company(named: "Halvorsen Builders")
        #expect(stored.settings == settings)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.adminActor, act: .settingsChanged,
                    subject: "company Halvorsen Builders",
                    details: "the sender may not approve: on\nuse sub-items for cost types: on"))
    }

    @Test(arguments: Storage.available)
    func `settings that stay as they are leave no entry`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        _ = try await fixture.plumbline.changeSettings(of: fixture.company.id, by: .commandLine) { _ in }

        let audit = try await fixture.lastAudit()
        #expect(audit?.number == 9)
        await #expect(throws: Refused(.noSuchCompany("nowhere"))) {
            try await fixture.plumbline.changeSettings(of: ID("nowhere"), by: .commandLine) { _ in }
        }
    }
}
