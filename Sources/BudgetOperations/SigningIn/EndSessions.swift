package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The sessions of the person that are still good, the last used first.
    package func browserSessions(of signedIn: SignedInPerson) async throws -> [BrowserSession] {
        let now = clock.now()
        return try await database.read(of: signedIn.company.id) { tx in
            try tx.rows(
                """
                SELECT id, created_at, last_used_at, address, user_agent FROM browser_sessions
                WHERE company_id = $1 AND person_id = $2 AND expires_at > $3 AND last_used_at > $4
                ORDER BY last_used_at DESC, id LIMIT 100
                """,
                [
                    .text(signedIn.company.id.text), .text(signedIn.person.id.text),
                    .integer(now.microsecondsSince1970),
                    .integer(now.adding(seconds: -BrowserSessionLife.idleSeconds).microsecondsSince1970),
                ]
            ).map { row in
                BrowserSession(
                    id: ID(try row.text("id")),
                    createdAt: Instant(microsecondsSince1970: try row.integer("created_at")),
                    lastUsedAt: Instant(microsecondsSince1970: try row.integer("last_used_at")),
                    address: try row.text("address"), userAgent: try row.text("user_agent"))
            }
        }
    }

    /// Ends one of the person's own sessions, which may be the one that asks.
    package func endSession(_ session: ID<BrowserSession>, by signedIn: SignedInPerson) async throws {
        let now = clock.now()
        try await database.write(of: signedIn.company.id) { tx in
            let ended = try tx.execute(
                "DELETE FROM browser_sessions WHERE company_id = $1 AND person_id = $2 AND id = $3",
                [.text(signedIn.company.id.text), .text(signedIn.person.id.text), .text(session.text)])
            guard ended > 0 else { return }
            try tx.audit(.signedOut, by: signedIn, details: [], at: now)
        }
    }

    /// Ends every session of the person and forgets every browser, this one's included.
    package func endEverySession(by signedIn: SignedInPerson) async throws {
        let now = clock.now()
        try await database.write(of: signedIn.company.id) { tx in
            try tx.endSessions(of: signedIn.person.id, in: signedIn.company.id)
            try tx.audit(.signedOut, by: signedIn, details: [("sessions", "all")], at: now)
        }
    }
}

extension Transaction {
    /// Ends what a password or a second factor opened: sessions, known browsers, and sign-ins that are half done.
    func endSessions(of person: ID<Person>, in company: ID<Company>) throws {
        let whose: [SQLValue] = [.text(company.text), .text(person.text)]
        try execute("DELETE FROM browser_sessions WHERE company_id = $1 AND person_id = $2", whose)
        try execute("DELETE FROM known_devices WHERE company_id = $1 AND person_id = $2", whose)
        try execute("DELETE FROM sign_in_steps WHERE company_id = $1 AND person_id = $2", whose)
    }

    func audit(
        _ act: AuditedAct, by signedIn: SignedInPerson, details: [(String, String)], at now: Instant
    ) throws {
        let person = signedIn.person
        try audit(
            act, on: "person \(person.email)", by: .person(person.id, name: person.name), details: details,
            in: signedIn.company.id, at: now)
    }
}
