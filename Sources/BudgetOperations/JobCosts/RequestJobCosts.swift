package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// *Update Job Costs*: asks for a read of estimates and costs at the next Web Connector session.
    package func requestJobCosts(in companyID: ID<Company>, by personID: ID<Person>) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let person = try tx.person(personID, of: companyID)
            try person.require(.viewERPLists)
            let changed = try tx.execute(
                "UPDATE connections SET costs_requested_at = $1 WHERE company_id = $2",
                [.integer(now.microsecondsSince1970), .text(companyID.text)])
            guard changed > 0 else { throw Refused(.noConnection) }
            try tx.audit(
                .jobCostsRequested, on: "job costs", by: .person(person.id, name: person.name), in: companyID, at: now)
        }
    }
}
