package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a company with the standard permission templates and cost types. Only the server's command line can: a
    /// new company has nobody in it yet.
    package func addCompany(name: String, currency: Currency) async throws -> Company {
        let now = clock.now()
        try TextLimit.companyName.requireName(name)
        let company = Company(id: randomness.id(), name: name, currency: currency)
        return try await database.write(of: company.id) { tx in
            try refusing(duplicatesOf: "companies_name", with: .companyAlreadyExists(name)) {
                try tx.insert(company)
            }
            try tx.insert(PermissionTemplate.standard, of: company.id)
            try tx.insert(CostType.standard, of: company.id)
            try tx.audit(
                .companyAdded, on: "company \(name)", by: .commandLine, details: [("currency", currency.code)],
                in: company.id, at: now)
            return company
        }
    }
}

extension Transaction {
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

    fileprivate func insert(_ templates: [PermissionTemplate], of company: ID<Company>) throws {
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
