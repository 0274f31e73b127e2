package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a project with an empty budget for a job that QuickBooks has, and asks for the two to be linked. The list
    /// may be old: the link counts once a session has found the job again. An archived job is archived no longer.
    ///
    /// - Parameters:
    ///   - fullName: of the job, as the list shows it.
    ///   - name: of the project; nil for the job's own.
    package func importJob(
        _ fullName: String, as number: String, name: String?, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Project {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let company = try tx.company(companyID)
            let person = try tx.person(personID, of: company.id)
            try person.require(.acceptOrRejectExport)
            let free = try tx.freeJobs(of: try tx.listedJobs(of: company.id), in: company.id)
            guard let job = free.all.first(where: { $0.fullName == fullName }) else {
                throw Refused(.noSuchListedJob(fullName))
            }
            let draft = try ProjectDraft(number: number, name: name ?? job.name, isERPIntegrated: true)
            let actor = Actor.person(person.id, name: person.name)
            let project = try tx.add(draft, to: company, randomness, by: actor, at: now)
            try tx.restore(job, of: company.id)
            try tx.request(.linkTo(fullName: job.fullName), for: project, by: actor, at: now)
            return try tx.project(project.id, of: company.id)
        }
    }
}
