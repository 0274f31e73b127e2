import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage

/// A furnished company in which people have passwords.
struct SignInFixture: Sendable {
    let firm: FurnishedFixture

    static let password = "otter piano brick 7"
    static let office = SignInClient(address: "192.0.2.10", userAgent: "Firefox/140.0 Linux", device: nil)
    static let elsewhere = SignInClient(address: "198.51.100.7", userAgent: "Chrome/150.0 Windows", device: nil)

    var plumbline: Plumbline { firm.plumbline }
    var time: HandMovedTime { firm.base.time }

    init(_ storage: Storage) async throws {
        firm = try await FurnishedFixture(storage)
        try await setPassword(of: "mia@halvorsen.example")
    }

    func setPassword(
        of email: String, to password: String = SignInFixture.password, in company: Company? = nil
    ) async throws {
        let link = try await plumbline.makeSignInLink(
            .invitation, for: email, in: (company ?? firm.company).id, by: .commandLine)
        try await plumbline.setPassword(password, byLink: link.secret)
    }

    func signIn(
        _ email: String = "mia@halvorsen.example", _ password: String = SignInFixture.password,
        from client: SignInClient = SignInFixture.office
    ) async throws -> SignInResult {
        try await plumbline.signIn(email: email, password: password, client: client)
    }

    /// Mia's session.
    func session(from client: SignInClient = SignInFixture.office) async throws -> NewBrowserSession {
        guard case .signedIn(let session) = try await signIn(from: client) else { throw Refused(.signInIsOver) }
        return session
    }

    func person(_ session: NewBrowserSession) async throws -> SignedInPerson {
        guard let person = try await plumbline.signedInPerson(secret: session.secret) else {
            throw Refused(.signInIsOver)
        }
        return person
    }

    /// Wrong attempts, as many as that.
    func fail(_ times: Int, from client: SignInClient = SignInFixture.office) async {
        for _ in 0..<times { _ = try? await signIn("mia@halvorsen.example", "not the password", from: client) }
    }
}
