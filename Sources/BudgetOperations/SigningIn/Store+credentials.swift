import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// How a new password of this person is to be hashed: with the salt of the address, when it has a password in
    /// any company.
    func recipe(forEmailOf person: ID<Person>, in company: ID<Company>) async throws -> PasswordRecipe {
        let email = try await database.read(of: company) { tx in try tx.person(person, of: company).email }
        let salt = try await database.read(of: .everyCompany) { tx in
            try tx.row(
                """
                SELECT h.salt FROM people p
                JOIN credentials h ON h.company_id = p.company_id AND h.person_id = p.id
                WHERE p.email = $1 ORDER BY h.company_id LIMIT 1
                """, [.text(email)]
            ).map { try $0.text("salt") }
        }
        return PasswordRecipe(salt: salt ?? randomness.text(length: 26), cost: passwordCost)
    }

    /// A new password, checked and hashed, ready to be saved.
    func newHash(
        of password: String, person: ID<Person>, in company: ID<Company>
    ) async throws -> PasswordHash {
        let checked = try await database.read(of: company) { tx in
            try PasswordRules.checked(password, of: try tx.person(person, of: company), in: try tx.company(company))
        }
        let recipe = try await recipe(forEmailOf: person, in: company)
        return PasswordHash(key: try await hashing.key(of: checked, recipe: recipe), of: person, in: company)
    }

    /// - Throws: `Refused` when it is not the person's password.
    func requirePassword(_ password: String, of person: ID<Person>, in company: ID<Company>) async throws {
        let throttles = [SignInThrottle.ofPassword(person: person, in: company)]
        try await countAttempt(throttles)
        let hash = try await database.read(of: company) { tx in try tx.passwordHash(of: person, in: company) }
        guard let hash, password.utf8.count <= PasswordRules.longest * 4 else { throw Refused(.passwordIsWrong) }
        let key = try await hashing.key(of: PasswordRules.normalised(password), recipe: hash.recipe)
        guard hash.matches(key, of: person, in: company) else { throw Refused(.passwordIsWrong) }
        try await forgiveAttempt(throttles)
    }
}

extension Transaction {
    func passwordHash(of person: ID<Person>, in company: ID<Company>) throws -> PasswordHash? {
        try row(
            "SELECT salt, cost, digest FROM credentials WHERE company_id = $1 AND person_id = $2",
            [.text(company.text), .text(person.text)]
        ).map(PasswordHash.init)
    }

    func save(_ hash: PasswordHash, of person: ID<Person>, in company: ID<Company>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO credentials (company_id, person_id, salt, cost, digest, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (company_id, person_id) DO UPDATE SET
                salt = excluded.salt, cost = excluded.cost, digest = excluded.digest, changed_at = excluded.changed_at
            """,
            [
                .text(company.text), .text(person.text), .text(hash.salt), .text(hash.cost.text), .text(hash.digest),
                .integer(now.microsecondsSince1970),
            ])
    }
}
