package import BudgetDomain
import SQLDatabase

/// What an authenticator app is told.
package struct SecondFactorSecret: Hashable, Sendable {
    /// Base 32.
    package let text: String
    /// The address that an app takes the secret from, as in a QR code.
    package let link: String
}

/// How a person's second factor stands.
package struct SecondFactorState: Hashable, Sendable {
    package let isOn: Bool
    package let recoveryCodesLeft: Int
}

/// A second factor that was turned on: a new session, and the codes that are shown this once.
package struct TurnedOnFactor: Hashable, Sendable {
    package let session: NewBrowserSession
    package let recoveryCodes: [String]
}

extension Plumbline {
    private static let recoveryCodeCount = 10
    /// 80 random bits.
    private static let recoveryCodeLength = 16

    package func secondFactor(of signedIn: SignedInPerson) async throws -> SecondFactorState {
        try await database.read(of: signedIn.company.id) { tx in
            let (person, company) = (signedIn.person.id, signedIn.company.id)
            let left = try tx.row(
                "SELECT COUNT(*) AS n FROM recovery_codes WHERE company_id = $1 AND person_id = $2",
                [.text(company.text), .text(person.text)])
            return SecondFactorState(
                isOn: try tx.secondFactor(of: person, in: company)?.isOn == true,
                recoveryCodesLeft: try left?.int("n") ?? 0)
        }
    }

    /// The secret for the person's authenticator app. It stays the same until it is confirmed.
    package func secondFactorSecret(of signedIn: SignedInPerson) async throws -> SecondFactorSecret {
        let (person, company) = (signedIn.person, signedIn.company)
        let secret = try await database.write(of: company.id) { [randomness] tx in
            if let factor = try tx.secondFactor(of: person.id, in: company.id) {
                guard !factor.isOn else { throw Refused(.secondFactorIsOn) }
                return factor.secret
            }
            let secret = Base32.text(of: randomness.bytes(20))
            try tx.execute(
                "INSERT INTO second_factors (company_id, person_id, secret) VALUES ($1, $2, $3)",
                [.text(company.id.text), .text(person.id.text), .text(secret)])
            return secret
        }
        return SecondFactorSecret(
            text: secret, link: OTPAuthLink.text(secret: secret, account: person.email, issuer: company.name))
    }

    /// Turns the second factor on, once a code shows that the app has the secret.
    package func turnOnSecondFactor(
        code: String, password: String, by signedIn: SignedInPerson, client: SignInClient
    ) async throws -> TurnedOnFactor {
        let (person, company) = (signedIn.person.id, signedIn.company.id)
        try await requirePassword(password, of: person, in: company)
        let throttles = [SignInThrottle.ofCode(person: person, in: company)]
        try await countAttempt(throttles)
        let codes = (0..<Self.recoveryCodeCount).map { _ in randomness.text(length: Self.recoveryCodeLength) }
        let session = try await replaceSessions(by: signedIn, client: client, act: .secondFactorTurnedOn) { tx, now in
            guard let factor = try tx.secondFactor(of: person, in: company), !factor.isOn else {
                throw Refused(.secondFactorIsOn)
            }
            try tx.use(code: code, of: factor, person: person, in: company, at: now)
            try tx.execute(
                "UPDATE second_factors SET confirmed_at = $1 WHERE company_id = $2 AND person_id = $3",
                [.integer(now.microsecondsSince1970), .text(company.text), .text(person.text)])
            try tx.save(recoveryCodes: codes, of: person, in: company)
        }
        try await forgiveAttempt(throttles)
        return TurnedOnFactor(session: session, recoveryCodes: codes.map(RecoveryCode.grouped))
    }

    /// Turns it off: with the password and a code, so that a session left open is not enough.
    package func turnOffSecondFactor(
        code: String, password: String, by signedIn: SignedInPerson, client: SignInClient
    ) async throws -> NewBrowserSession {
        let (person, company) = (signedIn.person.id, signedIn.company.id)
        try await requirePassword(password, of: person, in: company)
        try await requireCode(code, of: person, in: company)
        return try await replaceSessions(by: signedIn, client: client, act: .secondFactorTurnedOff) { tx, _ in
            let whose: [SQLValue] = [.text(company.text), .text(person.text)]
            try tx.execute("DELETE FROM recovery_codes WHERE company_id = $1 AND person_id = $2", whose)
            try tx.execute("DELETE FROM second_factors WHERE company_id = $1 AND person_id = $2", whose)
        }
    }

    /// Turns it off for somebody who has lost both the app and the recovery codes. The password stays.
    package func removeSecondFactor(of email: String, in companyID: ID<Company>, by actor: Actor) async throws {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: companyID)
            let person = try tx.person(email: email, of: companyID)
            _ = try tx.actor(actor, mayLetIn: person)
            let whose: [SQLValue] = [.text(companyID.text), .text(person.id.text)]
            try tx.execute("DELETE FROM recovery_codes WHERE company_id = $1 AND person_id = $2", whose)
            try tx.execute("DELETE FROM second_factors WHERE company_id = $1 AND person_id = $2", whose)
            try tx.endSessions(of: person.id, in: companyID)
            try tx.audit(.secondFactorTurnedOff, on: "person \(email)", by: actor, in: companyID, at: now)
        }
    }

    /// Takes a code of the app or a recovery code; either works once.
    func requireCode(_ code: String, of person: ID<Person>, in company: ID<Company>) async throws {
        let throttles = [SignInThrottle.ofCode(person: person, in: company)]
        try await countAttempt(throttles)
        let now = clock.now()
        try await database.write(of: company) { tx in
            guard let factor = try tx.secondFactor(of: person, in: company), factor.isOn else {
                throw Refused(.signInIsOver)
            }
            if try tx.use(recoveryCode: code, of: person, in: company, at: now) { return }
            try tx.use(code: code, of: factor, person: person, in: company, at: now)
        }
        try await forgiveAttempt(throttles)
    }
}
