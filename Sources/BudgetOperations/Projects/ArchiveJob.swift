package import BudgetDomain
import SQLDatabase

/// Jobs that nobody wants as projects, out of the way of those that wait for one.
extension Plumbline {
    /// Takes a job of QuickBooks out of *Ready to Import*. In QuickBooks nothing changes, and whoever links the job
    /// with a project all the same is not held up.
    ///
    /// - Parameter fullName: of the job, as the list shows it.
    package func archiveJob(
        _ fullName: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let actor = try tx.importer(personID, of: companyID)
            let (job, isArchived) = try tx.freeJob(fullName, of: companyID)
            guard !isArchived else { return }
            try tx.execute(
                """
                INSERT INTO archived_jobs (company_id, list_id, full_name, archived_by, archived_at)
                VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    .text(companyID.text), .text(job.listID), .text(job.fullName), .text(personID.text),
                    .integer(now.microsecondsSince1970),
                ])
            try tx.audit(
                .jobArchived, on: "job \(job.fullName)", by: actor, details: [("list id", job.listID)], in: companyID,
                at: now)
        }
    }

    /// Brings an archived job back to *Ready to Import*.
    ///
    /// - Parameter fullName: of the job, as the list shows it.
    package func restoreJob(
        _ fullName: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let actor = try tx.importer(personID, of: companyID)
            let (job, isArchived) = try tx.freeJob(fullName, of: companyID)
            guard isArchived else { return }
            try tx.restore(job, of: companyID)
            try tx.audit(
                .jobRestored, on: "job \(job.fullName)", by: actor, details: [("list id", job.listID)], in: companyID,
                at: now)
        }
    }
}

extension Transaction {
    /// Whoever may import a job says what is done with it.
    fileprivate func importer(_ personID: ID<Person>, of company: ID<Company>) throws -> Actor {
        let person = try person(personID, of: company)
        try person.require(.acceptOrRejectExport)
        return .person(person.id, name: person.name)
    }

    /// A job of the list that no project has.
    fileprivate func freeJob(
        _ fullName: String, of company: ID<Company>
    ) throws -> (job: ListedJob, isArchived: Bool) {
        let free = try freeJobs(of: try listedJobs(of: company), in: company)
        guard let job = free.all.first(where: { $0.fullName == fullName }) else {
            throw Refused(.noSuchListedJob(fullName))
        }
        return (job, !free.readyToImport.contains(job))
    }

    func restore(_ job: ListedJob, of company: ID<Company>) throws {
        try execute(
            "DELETE FROM archived_jobs WHERE company_id = $1 AND list_id = $2",
            [.text(company.text), .text(job.listID)])
    }
}
