package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Decides that what was accepted is written again onto the estimate that differs. The next Web Connector session
    /// does it, provided that it still finds what was decided on. An estimate that is gone is made anew.
    package func writeOursAgain(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Export {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let export = try standing.rewriting(by: place.person)
            guard try tx.hasConnection(companyID) else { throw Refused(.noConnection) }
            try tx.save(export, in: companyID)
            if case .rewriting(_, let mismatch) = export.state, mismatch.isEstimateMissing {
                try tx.forgetEstimate(of: place.project.id, newGUID: randomness.uuid(), in: companyID)
            }
            try tx.decideDrift(
                "\(place.person.name): write ours again", of: place.project.id, in: companyID, at: now)
            try tx.audit(
                .rewriteOrdered, on: "export \(export.number) of \(number)", by: place.actor, in: companyID, at: now)
            return export
        }
    }
}

extension Transaction {
    /// The estimate that is not to be found gives its place to a new one. Its GUID is kept, so that it is known again
    /// if it comes to light, as when the right company file is opened after an older copy.
    fileprivate func forgetEstimate(of project: ID<Project>, newGUID: String, in company: ID<Company>) throws {
        try execute(
            """
            UPDATE estimates SET former_guids = guid || CASE WHEN former_guids = '' THEN '' ELSE $1 END || former_guids,
                guid = $2, txn_id = NULL, edit_sequence = NULL
            WHERE company_id = $3 AND project_id = $4
            """, [.text("\n"), .text(newGUID), .text(company.text), .text(project.text)])
    }
}
