package import BudgetDomain
import SQLDatabase

/// What is open in somebody's name before they are deactivated.
package struct Leaving: Hashable, Sendable {
    /// Browsers in which they are signed in.
    package let sessions: Int
    /// Exports that they accepted and that are still on their way, by the project's number.
    package let accepted: [AcceptedExport]

    package struct AcceptedExport: Hashable, Sendable {
        package let project: String
        package let number: Int
    }
}

extension Plumbline {
    /// What deactivating somebody would end, and what it would leave as it is: for whoever manages the Directory.
    package func leaving(
        of id: ID<Person>, in companyID: ID<Company>, by viewer: ID<Person>
    ) async throws -> Leaving {
        let now = clock.now()
        return try await database.read(of: companyID) { tx in
            try tx.person(viewer, of: companyID).require(.manageDirectory)
            let person = try tx.person(id, of: companyID)
            return Leaving(
                sessions: try tx.sessionCount(of: person.id, in: companyID, at: now),
                accepted: try tx.openExports(acceptedBy: person.id, in: companyID))
        }
    }
}

extension Transaction {
    fileprivate func sessionCount(of person: ID<Person>, in company: ID<Company>, at now: Instant) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS n FROM browser_sessions
            WHERE company_id = $1 AND person_id = $2 AND expires_at > $3 AND last_used_at > $4
            """,
            [
                .text(company.text), .text(person.text), .integer(now.microsecondsSince1970),
                .integer(now.adding(seconds: -BrowserSessionLife.idleSeconds).microsecondsSince1970),
            ])?.int("n") ?? 0
    }

    fileprivate func openExports(
        acceptedBy person: ID<Person>, in company: ID<Company>
    ) throws -> [Leaving.AcceptedExport] {
        try rows(
            """
            SELECT p.number AS project, e.number AS export FROM exports e
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id
            WHERE e.company_id = $1 AND e.accepted_by = $2 AND e.is_open = 1 ORDER BY p.number
            """, [.text(company.text), .text(person.text)]
        ).map { Leaving.AcceptedExport(project: try $0.text("project"), number: try $0.int("export")) }
    }
}
