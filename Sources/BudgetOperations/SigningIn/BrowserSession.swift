package import BudgetDomain
import SQLDatabase

/// A session that has just begun, with the secrets that the browser is to keep.
package struct NewBrowserSession: Hashable, Sendable {
    package let secret: String
    /// Tells later that this browser is not a stranger's.
    package let device: String
    package let company: ID<Company>
}

/// Somebody signed in: read anew for every request, so that a permission taken away is gone at once.
package struct SignedInPerson: Hashable, Sendable {
    /// The name of the session, which is no secret.
    package let session: ID<BrowserSession>
    package let person: Person
    package let company: Company
}

/// A session as its person sees it.
package struct BrowserSession: Hashable, Sendable {
    package let id: ID<BrowserSession>
    package let createdAt: Instant
    package let lastUsedAt: Instant
    package let address: String
    package let userAgent: String
}

/// How long a session lasts.
package enum BrowserSessionLife {
    /// A working day: whoever leaves the desk in the evening finds the browser signed out in the morning.
    package static let idleSeconds: Int64 = 12 * 60 * 60
    /// Two weeks, however busy: a stolen secret does not live on by being used.
    package static let longestSeconds: Int64 = 14 * 24 * 60 * 60
    /// A session is noted as used at most so often, so that reading a page is not a write.
    static let noteSeconds: Int64 = 60
    /// How long a browser is known for.
    package static let deviceSeconds: Int64 = 365 * 24 * 60 * 60
}

extension Plumbline {
    /// Opens a session with a new secret; whatever secret the browser had before is worth nothing for it.
    func openSession(
        of personID: ID<Person>, in companyID: ID<Company>, client: SignInClient
    ) async throws -> NewBrowserSession {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let person = try tx.person(personID, of: companyID)
            // Somebody may have been deactivated since their password was looked at.
            guard person.isActive else { throw Refused(.signInFailed) }
            let session = NewBrowserSession(
                secret: BrowserSecret.new(in: companyID, randomness),
                device: BrowserSecret.new(in: companyID, randomness), company: companyID)
            try tx.insert(session, id: randomness.id(), of: personID, client: client, at: now)
            try tx.audit(
                .signedIn, on: "person \(person.email)", by: .person(person.id, name: person.name),
                details: [("address", client.address)], in: companyID, at: now)
            return session
        }
    }

    /// Who is signed in with this secret; nil when nobody is, or not any more.
    package func signedInPerson(secret: String) async throws -> SignedInPerson? {
        guard let company = BrowserSecret.company(of: secret) else { return nil }
        let now = clock.now()
        let digest = BrowserSecret.digest(secret, .session)
        let found = try await database.read(of: company) { tx in
            try tx.row(
                """
                SELECT id, person_id, last_used_at FROM browser_sessions
                WHERE company_id = $1 AND digest = $2 AND expires_at > $3 AND last_used_at > $4
                """,
                [
                    .text(company.text), .text(digest), .integer(now.microsecondsSince1970),
                    .integer(now.adding(seconds: -BrowserSessionLife.idleSeconds).microsecondsSince1970),
                ]
            ).map { row in
                let signedIn = SignedInPerson(
                    session: ID(try row.text("id")),
                    person: try tx.person(ID(try row.text("person_id")), of: company),
                    company: try tx.company(company))
                return (signedIn, lastUsed: Instant(microsecondsSince1970: try row.integer("last_used_at")))
            }
        }
        guard let (signedIn, lastUsed) = found, signedIn.person.isActive else { return nil }
        if now.seconds(since: lastUsed) >= BrowserSessionLife.noteSeconds {
            try await database.write(of: company) { tx in
                try tx.execute(
                    "UPDATE browser_sessions SET last_used_at = $1 WHERE company_id = $2 AND digest = $3",
                    [.integer(now.microsecondsSince1970), .text(company.text), .text(digest)])
            }
        }
        return signedIn
    }

    /// The digest of the browser's earlier secret, when somebody with this address signed in from it.
    func knownDevice(of email: String, _ client: SignInClient) async throws -> String? {
        guard let secret = client.device, let company = BrowserSecret.company(of: secret) else { return nil }
        let digest = BrowserSecret.digest(secret, .device)
        let oldest = clock.now().adding(seconds: -BrowserSessionLife.deviceSeconds)
        return try await database.read(of: company) { tx in
            try tx.row(
                """
                SELECT p.email FROM known_devices d
                JOIN people p ON p.company_id = d.company_id AND p.id = d.person_id
                WHERE d.company_id = $1 AND d.digest = $2 AND d.seen_at > $3
                """, [.text(company.text), .text(digest), .integer(oldest.microsecondsSince1970)]
            ).flatMap { try $0.text("email") == email ? digest : nil }
        }
    }
}

extension Transaction {
    func insert(
        _ session: NewBrowserSession, id: ID<BrowserSession>, of person: ID<Person>, client: SignInClient,
        at now: Instant
    ) throws {
        let company = SQLValue.text(session.company.text)
        try execute(
            """
            INSERT INTO browser_sessions
                (company_id, digest, id, person_id, created_at, last_used_at, expires_at, address, user_agent)
            VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)
            """,
            [
                company, .text(BrowserSecret.digest(session.secret, .session)), .text(id.text), .text(person.text),
                .integer(now.microsecondsSince1970),
                .integer(now.adding(seconds: BrowserSessionLife.longestSeconds).microsecondsSince1970),
                .text(client.address), .text(client.userAgent),
            ])
        try execute(
            "INSERT INTO known_devices (company_id, digest, person_id, seen_at) VALUES ($1, $2, $3, $4)",
            [
                company, .text(BrowserSecret.digest(session.device, .device)), .text(person.text),
                .integer(now.microsecondsSince1970),
            ])
    }
}
