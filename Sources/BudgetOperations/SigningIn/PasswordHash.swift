import BudgetDomain
import CryptoExtras
import Foundation
import SQLDatabase

/// A password as the store keeps it.
///
/// People of several companies who have one e-mail address share one salt, so that signing in costs one run of scrypt
/// however many companies the address is in, and none more or less for an address that nobody has. The company and the
/// person are mixed in afterwards, so that equal passwords are not equal digests.
struct PasswordHash: Hashable, Sendable {
    let salt: String
    let cost: PasswordCost
    let digest: String

    init(key: PasswordKey, of person: ID<Person>, in company: ID<Company>) {
        salt = key.salt
        cost = key.cost
        digest = key.digest(of: person, in: company)
    }

    init(_ row: Row) throws {
        let text = try row.text("cost")
        guard let cost = PasswordCost(text: text) else {
            throw UnreadableRow(table: "credentials", column: "cost", value: text)
        }
        salt = try row.text("salt")
        self.cost = cost
        digest = try row.text("digest")
    }

    /// What ``key`` has to be made with to be compared.
    var recipe: PasswordRecipe { PasswordRecipe(salt: salt, cost: cost) }

    func matches(_ key: PasswordKey, of person: ID<Person>, in company: ID<Company>) -> Bool {
        recipe == PasswordRecipe(salt: key.salt, cost: key.cost)
            && SameText.areEqual(digest, key.digest(of: person, in: company))
    }
}

struct PasswordRecipe: Hashable, Sendable {
    let salt: String
    let cost: PasswordCost
}

/// What scrypt made of a password.
struct PasswordKey: Sendable {
    let salt: String
    let cost: PasswordCost
    private let bytes: String

    private static let length = 32

    /// Takes memory and a quarter of a second: only for a ``HashingLane``.
    init(password: String, recipe: PasswordRecipe) throws {
        salt = recipe.salt
        cost = recipe.cost
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: Array(recipe.salt.utf8), outputByteCount: Self.length,
            rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
        bytes = key.withUnsafeBytes { Digest.hexadecimal($0) }
    }

    func digest(of person: ID<Person>, in company: ID<Company>) -> String {
        Digest.sha256("password\n\(company.text)\n\(person.text)\n\(bytes)")
    }
}

/// Compares in a time that tells nothing about where two texts differ.
enum SameText {
    static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
