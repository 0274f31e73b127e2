package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// *Read from QuickBooks*: asks for a read of the list of customers and jobs at the next Web Connector session.
    package func requestJobList(in companyID: ID<Company>, by personID: ID<Person>) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let person = try tx.person(personID, of: companyID)
            try person.require(.viewERPLists)
            let changed = try tx.execute(
                "UPDATE connections SET job_list_requested_at = $1, job_list_problem = NULL WHERE company_id = $2",
                [.integer(now.microsecondsSince1970), .text(companyID.text)])
            guard changed > 0 else { throw Refused(.noConnection) }
            try tx.audit(
                .jobListRequested, on: "list of jobs", by: .person(person.id, name: person.name), in: companyID,
                at: now)
        }
    }
}
