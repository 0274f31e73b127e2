import BudgetDomain
import Testing

@Suite struct PermissionsTests {
    @Test func `a project sets its own levels and rights for Budget and Reports alone`() {
        let company = Permissions(
            levels: [.directory: .admin, .budget: .readOnly, .erpIntegrations: .standard], rights: [.lockBudget])
        let project = Permissions(
            levels: [.directory: .none, .budget: .standard, .erpIntegrations: .admin, .reports: .readOnly],
            rights: [.importLineItems])

        #expect(
            company.overridden(by: project)
                == Permissions(
                    levels: [
                        .directory: .admin, .budget: .standard, .erpIntegrations: .standard, .reports: .readOnly,
                    ], rights: [.importLineItems]))
        #expect(company.overridden(by: nil) == company)
    }

    @Test(arguments: [
        (AccessLevel.standard, true, true), (.admin, true, true), (.readOnly, true, false), (.admin, false, false),
    ])
    func `an accounting approver has ERP Integrations Standard or Admin and the privilege`(
        level: AccessLevel, canPush: Bool, isApprover: Bool
    ) {
        let person = Person.person("Ann", [.erpIntegrations: level], canPush: canPush)
        #expect(person.isAccountingApprover == isApprover)
    }

    @Test(arguments: [
        ("administrator", ["unlockBudget", "sendOrRetrieve", "configureERP", "manageDirectory"]),
        ("project manager", ["unlockBudget", "sendOrRetrieve"]),
        ("accounting approver", ["acceptOrRejectExport"]),
        ("estimator", []),
        ("viewer", []),
    ])
    func `the templates of a new company divide the work`(name: String, mayDo: [String]) throws {
        let template = try #require(PermissionTemplate.standard.first { $0.name == name })
        let canPush = name == "accounting approver"
        let person = Person.person(
            "Ann", template.permissions.levels, rights: template.permissions.rights, canPush: canPush)
        let acts: [PermittedAct] = [
            .unlockBudget, .sendOrRetrieve, .acceptOrRejectExport, .configureERP, .manageDirectory,
        ]

        let permitted = acts.filter { PermissionTable.requirement(for: $0).isMet(by: person) }.map { "\($0)" }
        #expect(permitted == mayDo)
    }
}
