import BudgetDomain
import Logging
import SQLDatabase

/// What comes of an address and a password that belong together.
package enum SignInResult: Hashable, Sendable {
    case signedIn(NewBrowserSession)
    /// The company is to be chosen, or a code is to be given: the secret leads to ``Plumbline/signInChoices(step:)``.
    case goesOn(step: String)
}

extension Plumbline {
    /// How many companies one address is looked for in.
    private static let mostCompanies = 20
    /// The salt for an address that nobody has: the work is the same, and no digest is equal.
    private static let nobodysSalt = "nobody"

    /// Signs a person in by address and password, in every company whose password it is. Whoever is in one company
    /// and has no second factor is signed in; else the sign-in goes on.
    /// - Throws: `Refused`, the same and after the same work whether the address or the password is wrong, or the
    ///   person deactivated.
    package func signIn(email: String, password: String, client: SignInClient) async throws -> SignInResult {
        let email = EmailAddress.normalised(email)
        let device = try await knownDevice(of: email, client)
        let throttles = SignInThrottle.ofSignIn(email: email, client: client, device: device)
        try await countAttempt(throttles)
        let holders = try await passwordHolders(email: email)
        let matching = try await holders.matching(password, in: hashing, nobodysSalt: Self.nobodysSalt, passwordCost)
        guard let only = matching.first else {
            log.notice("sign-in refused", metadata: ["address": "\(client.address)"])
            throw Refused(.signInFailed)
        }
        try await forgiveAttempt(throttles)
        for holder in matching where holder.hash.cost != passwordCost {
            try await renewHash(of: holder, password: PasswordRules.normalised(password))
        }
        if matching.count == 1, !only.hasSecondFactor {
            return .signedIn(try await openSession(of: only.person, in: only.company, client: client))
        }
        return .goesOn(step: try await openSteps(for: matching))
    }

    private func passwordHolders(email: String) async throws -> [PasswordHolder] {
        try await database.read(of: .everyCompany) { tx in
            try tx.rows(
                """
                SELECT h.company_id, h.person_id, h.salt, h.cost, h.digest,
                    CASE WHEN f.confirmed_at IS NULL THEN 0 ELSE 1 END AS has_factor
                FROM people p
                JOIN credentials h ON h.company_id = p.company_id AND h.person_id = p.id
                LEFT JOIN second_factors f ON f.company_id = p.company_id AND f.person_id = p.id
                WHERE p.email = $1 AND p.deactivated_at IS NULL ORDER BY h.company_id LIMIT $2
                """, [.text(email), SQLValue(Self.mostCompanies)]
            ).map { row in
                PasswordHolder(
                    company: ID(try row.text("company_id")), person: ID(try row.text("person_id")),
                    hash: try PasswordHash(row), hasSecondFactor: try row.bool("has_factor"))
            }
        }
    }

    /// Hashes the password again with what is asked for today.
    private func renewHash(of holder: PasswordHolder, password: String) async throws {
        let recipe = try await recipe(forEmailOf: holder.person, in: holder.company)
        let key = try await hashing.key(of: password, recipe: recipe)
        let now = clock.now()
        try await database.write(of: holder.company) { tx in
            try tx.save(
                PasswordHash(key: key, of: holder.person, in: holder.company), of: holder.person,
                in: holder.company, at: now)
        }
    }
}

/// Somebody who has a password and the address that was given.
struct PasswordHolder: Hashable, Sendable {
    let company: ID<Company>
    let person: ID<Person>
    let hash: PasswordHash
    let hasSecondFactor: Bool
}

extension [PasswordHolder] {
    /// Two recipes are met only while the cost is being raised, or where two companies set passwords in one moment.
    private static var mostRecipes: Int { 2 }

    /// Those whose password it is. Without anybody, the work of one comparison is done all the same.
    func matching(
        _ password: String, in lane: HashingLane, nobodysSalt: String, _ cost: PasswordCost
    ) async throws -> [PasswordHolder] {
        guard password.utf8.count <= PasswordRules.longest * 4 else { return [] }
        let password = PasswordRules.normalised(password)
        var recipes: [PasswordRecipe] = []
        for recipe in map(\.hash.recipe) where !recipes.contains(recipe) { recipes.append(recipe) }
        if recipes.isEmpty { recipes = [PasswordRecipe(salt: nobodysSalt, cost: cost)] }
        var found: [PasswordHolder] = []
        for recipe in recipes.prefix(Self.mostRecipes) {
            let key = try await lane.key(of: password, recipe: recipe)
            found += filter { $0.hash.matches(key, of: $0.person, in: $0.company) }
        }
        return found
    }
}
