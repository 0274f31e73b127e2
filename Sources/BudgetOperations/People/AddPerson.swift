package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds somebody to the company's directory with the permissions of a template. E-mail addresses are kept in
    /// small letters, so that one person is not there twice.
    package func addPerson(
        to companyID: ID<Company>, name: String, email: String, template: String, by actor: Actor
    ) async throws -> Person {
        let now = clock.now()
        let email = try EmailAddress.checked(email)
        try TextLimit.personName.requireName(name)
        return try await database.write(of: companyID) { [randomness] tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            let template = try tx.permissionTemplate(template, of: company.id)
            let person = Person(
                id: randomness.id(), company: company.id, name: name, email: email,
                permissions: template.permissions)
            try refusing(duplicatesOf: "people_email", with: .personAlreadyExists(email: email)) {
                try tx.execute(
                    "INSERT INTO people (company_id, id, name, email) VALUES ($1, $2, $3, $4)",
                    [.text(company.id.text), .text(person.id.text), .text(name), .text(email)])
            }
            try tx.save(template.permissions, of: person, on: nil)
            try tx.audit(
                .personAdded, on: "person \(email)", by: actor,
                details: [("name", name), ("template", template.name)], in: company.id, at: now)
            return person
        }
    }
}
