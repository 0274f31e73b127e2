package import BudgetDomain
import SQLDatabase

/// What the first-run page asks for.
package struct SetUpAnswers: Hashable, Sendable {
    package let companyName: String
    package let currency: Currency
    package let personName: String
    package let email: String
    package let password: String

    package init(companyName: String, currency: Currency, personName: String, email: String, password: String) {
        self.companyName = companyName
        self.currency = currency
        self.personName = personName
        self.email = email
        self.password = password
    }
}

extension Plumbline {
    /// As long as somebody may take to get to the browser.
    private static let setUpLifeSeconds: Int64 = 24 * 60 * 60

    /// Makes a link to the first-run page; nil when there is a company already. Whoever has the server's terminal is
    /// the one who may make the first company.
    package func makeSetUpLink() async throws -> String? {
        guard try await companies().isEmpty else { return nil }
        let secret = BrowserSecret.new(randomness)
        let end = clock.now().adding(seconds: Self.setUpLifeSeconds)
        try await database.write(of: .everyCompany) { tx in
            try tx.execute(
                "INSERT INTO set_up_links (digest, expires_at) VALUES ($1, $2)",
                [.text(BrowserSecret.digest(secret, .setUp)), .integer(end.microsecondsSince1970)])
        }
        return secret
    }

    /// - Throws: `Refused` for a link that is used up, too old or none of ours.
    package func checkSetUpLink(_ secret: String) async throws {
        let now = clock.now()
        let isGood = try await database.read(of: .everyCompany) { tx in
            try tx.row(
                "SELECT 1 AS one FROM set_up_links WHERE digest = $1 AND expires_at > $2",
                [.text(BrowserSecret.digest(secret, .setUp)), .integer(now.microsecondsSince1970)]) != nil
        }
        guard isGood, try await companies().isEmpty else { throw Refused(.linkIsNotValid) }
    }

    /// Makes the first company and its first administrator, who is signed in. All set-up links are used up by it, in
    /// the same transaction, so that two people with two links make one company.
    package func setUp(
        _ answers: SetUpAnswers, byLink secret: String, client: SignInClient
    ) async throws -> NewBrowserSession {
        try await checkSetUpLink(secret)
        let email = try EmailAddress.checked(answers.email)
        try TextLimit.companyName.requireName(answers.companyName)
        try TextLimit.personName.requireName(answers.personName)
        let company = Company(id: randomness.id(), name: answers.companyName, currency: answers.currency)
        let template = PermissionTemplate.administrator
        let person = Person(
            id: randomness.id(), company: company.id, name: answers.personName, email: email,
            permissions: template.permissions)
        let password = try PasswordRules.checked(answers.password, of: person, in: company)
        let recipe = PasswordRecipe(salt: randomness.text(length: 26), cost: passwordCost)
        let key = try await hashing.key(of: password, recipe: recipe)
        let now = clock.now()
        try await database.write(of: company.id) { tx in
            try tx.useSetUpLink(secret, at: now)
            try tx.add(company, by: .commandLine, at: now)
            try tx.add(person, template: template.name, by: .commandLine, at: now)
            try tx.save(PasswordHash(key: key, of: person.id, in: company.id), of: person.id, in: company.id, at: now)
            try tx.audit(
                .passwordSet, on: "person \(email)", by: .person(person.id, name: person.name),
                details: [("by", "set-up link")], in: company.id, at: now)
        }
        return try await openSession(of: person.id, in: company.id, client: client)
    }
}

extension Transaction {
    fileprivate func useSetUpLink(_ secret: String, at now: Instant) throws {
        let used = try execute(
            "DELETE FROM set_up_links WHERE digest = $1 AND expires_at > $2",
            [.text(BrowserSecret.digest(secret, .setUp)), .integer(now.microsecondsSince1970)])
        guard used > 0 else { throw Refused(.linkIsNotValid) }
        try removeSetUpLinks()
    }

    /// Once there is a company, nobody may make the first one.
    func removeSetUpLinks() throws {
        try execute("DELETE FROM set_up_links")
    }
}
