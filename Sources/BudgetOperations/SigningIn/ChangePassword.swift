import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives somebody who is signed in another password. Every session ends, and this browser gets a new one.
    package func changePassword(
        from old: String, to new: String, by signedIn: SignedInPerson, client: SignInClient
    ) async throws -> NewBrowserSession {
        let (person, company) = (signedIn.person.id, signedIn.company.id)
        try await requirePassword(old, of: person, in: company)
        let hash = try await newHash(of: new, person: person, in: company)
        return try await replaceSessions(by: signedIn, client: client, act: .passwordSet) { tx, now in
            try tx.save(hash, of: person, in: company, at: now)
        }
    }

    /// Changes how somebody signs in, ends every session, and opens a new one for this browser.
    func replaceSessions(
        by signedIn: SignedInPerson, client: SignInClient, act: AuditedAct,
        _ change: @escaping @Sendable (Transaction, Instant) throws -> Void
    ) async throws -> NewBrowserSession {
        let now = clock.now()
        let (person, company) = (signedIn.person.id, signedIn.company.id)
        return try await database.write(of: company) { [randomness] tx in
            try tx.person(person, of: company).requireActive()
            try change(tx, now)
            try tx.endSessions(of: person, in: company)
            let session = NewBrowserSession(
                secret: BrowserSecret.new(in: company, randomness), device: BrowserSecret.new(in: company, randomness),
                company: company)
            try tx.insert(session, id: randomness.id(), of: person, client: client, at: now)
            try tx.audit(act, by: signedIn, details: [("address", client.address)], at: now)
            return session
        }
    }
}
