package import BudgetDomain
import SQLDatabase

/// A company in which a sign-in can go on.
package struct SignInChoice: Hashable, Sendable {
    package let company: Company
    package let person: Person
    package let needsCode: Bool
}

extension Plumbline {
    /// Time to find the telephone, not to leave the desk.
    private static let stepLifeSeconds: Int64 = 10 * 60

    /// Remembers that the password was right, in each of these companies.
    func openSteps(for holders: [PasswordHolder]) async throws -> String {
        let secret = BrowserSecret.new(randomness)
        let digest = BrowserSecret.digest(secret, .step)
        let end = clock.now().adding(seconds: Self.stepLifeSeconds)
        for holder in holders {
            try await database.write(of: holder.company) { tx in
                try tx.execute(
                    """
                    INSERT INTO sign_in_steps (company_id, digest, person_id, expires_at) VALUES ($1, $2, $3, $4)
                    """,
                    [
                        .text(holder.company.text), .text(digest), .text(holder.person.text),
                        .integer(end.microsecondsSince1970),
                    ])
            }
        }
        return secret
    }

    /// Where a sign-in can go on; none when the step is over.
    package func signInChoices(step: String) async throws -> [SignInChoice] {
        let digest = BrowserSecret.digest(step, .step)
        let now = clock.now()
        let open = try await database.read(of: .everyCompany) { tx in
            try tx.rows(
                """
                SELECT t.company_id, t.person_id FROM sign_in_steps t WHERE t.digest = $1 AND t.expires_at > $2
                ORDER BY t.company_id
                """, [.text(digest), .integer(now.microsecondsSince1970)]
            ).map { (company: ID<Company>(try $0.text("company_id")), person: ID<Person>(try $0.text("person_id"))) }
        }
        var choices: [SignInChoice] = []
        for (companyID, personID) in open {
            choices.append(
                try await database.read(of: companyID) { tx in
                    SignInChoice(
                        company: try tx.company(companyID), person: try tx.person(personID, of: companyID),
                        needsCode: try tx.secondFactor(of: personID, in: companyID)?.isOn == true)
                })
        }
        return choices.filter(\.person.isActive).sorted { $0.company.name < $1.company.name }
    }

    /// Ends a sign-in that went on: in the chosen company, with a code where one is needed. The step is over then.
    /// - Throws: `Refused` when the step is over, or the code is wrong.
    package func finishSignIn(
        step: String, in company: ID<Company>, code: String?, client: SignInClient
    ) async throws -> NewBrowserSession {
        let choices = try await signInChoices(step: step)
        guard let choice = choices.first(where: { $0.company.id == company }) else { throw Refused(.signInIsOver) }
        if choice.needsCode { try await requireCode(code ?? "", of: choice.person.id, in: company) }
        let digest = BrowserSecret.digest(step, .step)
        for open in choices {
            let removed = try await database.write(of: open.company.id) { tx in
                try tx.execute(
                    "DELETE FROM sign_in_steps WHERE company_id = $1 AND digest = $2",
                    [.text(open.company.id.text), .text(digest)])
            }
            guard removed > 0 || open.company.id != company else { throw Refused(.signInIsOver) }
        }
        return try await openSession(of: choice.person.id, in: company, client: client)
    }
}
