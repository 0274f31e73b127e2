package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a company with the standard permission templates and cost types. Only the server's command line can: a
    /// new company has nobody in it yet.
    package func addCompany(name: String, currency: Currency) async throws -> Company {
        let now = clock.now()
        try TextLimit.companyName.requireName(name)
        let company = Company(id: randomness.id(), name: name, currency: currency)
        try await database.write(of: company.id) { tx in
            try tx.add(company, by: .commandLine, at: now)
            try tx.removeSetUpLinks()
        }
        return company
    }
}

extension Transaction {
    /// A new company with what every company starts with.
    func add(_ company: Company, by actor: Actor, at now: Instant) throws {
        try refusing(duplicatesOf: "companies_name", with: .companyAlreadyExists(company.name)) {
            try insert(company)
        }
        try insert(PermissionTemplate.standard, of: company.id)
        try insert(CostType.standard, of: company.id)
        try audit(
            .companyAdded, on: "company \(company.name)", by: actor, details: [("currency", company.currency.code)],
            in: company.id, at: now)
    }

    fileprivate func insert(_ company: Company) throws {
        try execute(
            """
            INSERT INTO companies
                (id, name, currency, allows_grand_total, sender_may_not_approve, uses_sub_items, adds_cost_codes)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(company.id.text), .text(company.name), .text(company.currency.code),
                SQLValue(company.settings.allowsGrandTotalModifications),
                SQLValue(company.settings.senderMayNotApprove), SQLValue(company.settings.usesSubItems),
                SQLValue(company.settings.addsCostCodesOnImport),
            ])
    }

    func insert(_ templates: [PermissionTemplate], of company: ID<Company>) throws {
        try insert(
            into: "permission_templates", columns: ["company_id", "name", "levels", "rights"],
            rows: templates.map { template in
                [
                    .text(company.text), .text(template.name), .text(PermissionsText.levels(template.permissions)),
                    .text(PermissionsText.rights(template.permissions)),
                ]
            })
    }
}
