package import BudgetDomain
import SQLDatabase

/// Why a link lets somebody set a password.
package enum SignInLinkPurpose: String, CaseIterable, Sendable {
    case invitation
    case reset

    /// An invitation waits for somebody to come back from holiday; a reset is asked for by somebody who waits.
    package var lifeSeconds: Int64 {
        switch self {
        case .invitation: 7 * 24 * 60 * 60
        case .reset: 60 * 60
        }
    }
}

/// A link that was made just now. The secret is shown this once.
package struct NewSignInLink: Hashable, Sendable {
    package let secret: String
    package let person: Person
    package let expiresAt: Instant
}

/// Whom a link is for.
package struct SignInLinkHolder: Hashable, Sendable {
    package let person: Person
    package let company: Company
    package let purpose: SignInLinkPurpose
}

extension Plumbline {
    /// Makes a link by which somebody sets a password, and makes every earlier one of that person worthless.
    package func makeSignInLink(
        _ purpose: SignInLinkPurpose, for email: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> NewSignInLink {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        return try await database.write(of: companyID) { [randomness] tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            let person = try tx.person(email: email, of: company.id)
            _ = try tx.actor(actor, mayLetIn: person)
            try person.requireActive()
            let link = NewSignInLink(
                secret: BrowserSecret.new(in: company.id, randomness), person: person,
                expiresAt: now.adding(seconds: purpose.lifeSeconds))
            try tx.removeLinks(of: person.id, in: company.id)
            try tx.execute(
                """
                INSERT INTO sign_in_links (company_id, digest, person_id, purpose, expires_at)
                VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    .text(company.id.text), .text(BrowserSecret.digest(link.secret, .link)), .text(person.id.text),
                    .text(purpose.rawValue), .integer(link.expiresAt.microsecondsSince1970),
                ])
            try tx.audit(
                purpose == .invitation ? .invitationMade : .resetLinkMade, on: "person \(email)", by: actor,
                details: [("until", link.expiresAt.iso)], in: company.id, at: now)
            return link
        }
    }

    /// Whom a link is for. Looking does not use it up.
    package func signInLink(_ secret: String) async throws -> SignInLinkHolder {
        guard let company = BrowserSecret.company(of: secret) else { throw Refused(.linkIsNotValid) }
        let now = clock.now()
        return try await database.read(of: company) { tx in try tx.linkHolder(of: secret, in: company, at: now) }
    }

    /// Sets the password, uses the link up, and ends every session of the person.
    ///
    /// Nobody is signed in by it: the next step is the sign-in page, which asks for the second factor too.
    @discardableResult
    package func setPassword(_ password: String, byLink secret: String) async throws -> SignInLinkHolder {
        let holder = try await signInLink(secret)
        let (person, company) = (holder.person, holder.company.id)
        let hash = try await newHash(of: password, person: person.id, in: company)
        let now = clock.now()
        return try await database.write(of: company) { tx in
            let holder = try tx.linkHolder(of: secret, in: company, at: now)
            try tx.removeLinks(of: person.id, in: company)
            try tx.save(hash, of: person.id, in: company, at: now)
            try tx.endSessions(of: person.id, in: company)
            try tx.audit(
                .passwordSet, on: "person \(person.email)", by: .person(person.id, name: person.name),
                details: [("by", "\(holder.purpose.rawValue) link")], in: company, at: now)
            return holder
        }
    }
}

extension Transaction {
    func removeLinks(of person: ID<Person>, in company: ID<Company>) throws {
        try execute(
            "DELETE FROM sign_in_links WHERE company_id = $1 AND person_id = $2",
            [.text(company.text), .text(person.text)])
    }

    fileprivate func linkHolder(
        of secret: String, in company: ID<Company>, at now: Instant
    ) throws -> SignInLinkHolder {
        let row = try row(
            """
            SELECT person_id, purpose FROM sign_in_links
            WHERE company_id = $1 AND digest = $2 AND expires_at > $3
            """,
            [
                .text(company.text), .text(BrowserSecret.digest(secret, .link)),
                .integer(now.microsecondsSince1970),
            ])
        guard let row else { throw Refused(.linkIsNotValid) }
        let text = try row.text("purpose")
        guard let purpose = SignInLinkPurpose(rawValue: text) else {
            throw UnreadableRow(table: "sign_in_links", column: "purpose", value: text)
        }
        let person = try person(ID(try row.text("person_id")), of: company)
        guard person.isActive else { throw Refused(.linkIsNotValid) }
        return SignInLinkHolder(person: person, company: try self.company(company), purpose: purpose)
    }
}
