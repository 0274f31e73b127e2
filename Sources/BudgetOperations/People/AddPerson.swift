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
            try tx.add(person, template: template.name, by: actor, at: now)
            return person
        }
    }
}

extension Transaction {
    func add(_ person: Person, template: String, by actor: Actor, at now: Instant) throws {
        try requireNoLeaver(email: person.email, in: person.company)
        try refusing(duplicatesOf: "people_email", with: .personAlreadyExists(email: person.email)) {
            try execute(
                "INSERT INTO people (company_id, id, name, email) VALUES ($1, $2, $3, $4)",
                [.text(person.company.text), .text(person.id.text), .text(person.name), .text(person.email)])
        }
        try save(person.permissions, of: person, on: nil)
        try audit(
            .personAdded, on: "person \(person.email)", by: actor,
            details: [("name", person.name), ("template", template)], in: person.company, at: now)
    }

    /// Whoever comes back is let back in: a second person of that address would have none of what the first one did.
    private func requireNoLeaver(email: String, in company: ID<Company>) throws {
        let leaver = try row(
            "SELECT name FROM people WHERE company_id = $1 AND email = $2 AND deactivated_at IS NOT NULL",
            [.text(company.text), .text(email)])
        if let leaver { throw Refused(.personIsDeactivated(person: try leaver.text("name"))) }
    }
}
