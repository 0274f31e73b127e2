import BudgetDomain
import TestStorage
import Testing

@testable import BudgetOperations

@Suite struct PasswordTests {
    private static let company = Company(id: ID("c"), name: "Halvorsen Builders", currency: .usd)
    private static let person = Person(
        id: ID("p"), company: ID("c"), name: "Mia Lund-Petersen", email: "mialund@halvorsen.example",
        permissions: Permissions())

    @Test(
        arguments: [
            ("short one 1", "has fewer than 12 characters"),
            (String(repeating: "ab c", count: 65), "has more than 256 characters"),
            ("password1234", "is among those that are guessed first"),
            ("P@ssw0rd-Welcome!!1", nil),
            ("!!Welcome2026!!", "is among those that are guessed first"),
            ("passwordpassword", "is among those that are guessed first"),
            ("123456789012", "is among those that are guessed first"),
            ("987654321098", "is among those that are guessed first"),
            ("aaaaaaaaaaaaaa", "is among those that are guessed first"),
            ("abcabcabcabcabc", "is among those that are guessed first"),
            ("halvorsen is the best", "contains “halvorsen”, which others know of you"),
            ("my mialund password", "contains “mialund”, which others know of you"),
            ("plumbline 4 ever and ever", "contains “plumbline”, which others know of you"),
            ("otter piano brick 7", nil), ("äöüßéàçñøåæœ", nil),
        ] as [(String, String?)])
    func `what may be a password`(password: String, problem: String?) {
        let expected = problem.map { Refused(.passwordDoesNotFit(problem: $0)) }
        do {
            _ = try PasswordRules.checked(password, of: Self.person, in: Self.company)
            #expect(expected == nil)
        } catch {
            #expect(error == expected)
        }
    }

    /// RFC 7914 §12, the second vector's parameters and salt, to 32 bytes.
    @Test func `the hash is scrypt`() throws {
        let key = try PasswordKey(
            password: "password",
            recipe: PasswordRecipe(salt: "NaCl", cost: PasswordCost(rounds: 1_024, blockSize: 8, parallelism: 16)))

        let inner = "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        #expect(key.digest(of: ID("p"), in: ID("c")) == Digest.sha256("password\nc\np\n\(inner)"))
    }

    @Test(arguments: [
        "", "scrypt 1 8 1", "scrypt 32767 8 1", "scrypt 32768 8", "bcrypt 32768 8 1", "scrypt 32768 8 99",
    ])
    func `a cost that nobody wrote is not computed`(text: String) {
        #expect(PasswordCost(text: text) == nil)
        #expect(PasswordCost(text: PasswordCost.standard.text) == .standard)
    }

    @Test func `hashing takes turns, and refuses who would wait too long`() async throws {
        let lane = HashingLane()
        let recipe = PasswordRecipe(salt: "s", cost: PasswordCost(rounds: 4_096, blockSize: 8, parallelism: 1))

        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    do {
                        _ = try await lane.key(of: "x", recipe: recipe)
                        return false
                    } catch { return error as? Refused == Refused(.signInIsBusy) }
                }
            }
            return await group.reduce(into: 0) { count, isRefused in count += isRefused ? 1 : 0 }
        }

        #expect(refused > 0 && refused <= 60 - HashingLane.mostAtOnce - HashingLane.mostWaiting)
        _ = try await lane.key(of: "x", recipe: recipe)
    }
}
