package import BudgetDomain
import SQLDatabase

/// What becomes of a project whose job got another name in QuickBooks.
extension Plumbline {
    /// Gives the project the name that its job has there. It needs what importing the job under that name needs, since
    /// the name is one that accounting gave; any other name is given by a Directory Admin.
    ///
    /// - Parameter seen: the name that was decided on. It is refused when the job has another by now; nil takes the one
    ///   that it has.
    package func takeJobName(
        _ seen: String?, for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Project {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try tx.rename(place.project, to: try place.jobName(seenAs: seen), by: place.actor, at: now)
            return try tx.project(place.project.id, of: companyID)
        }
    }

    /// Leaves the project its name, and takes note of the job's.
    ///
    /// - Parameter seen: as in ``takeJobName(_:for:in:by:)``.
    package func keepProjectName(
        _ seen: String?, for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Project {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let name = try place.jobName(seenAs: seen)
            guard let rename = place.project.jobRename else { return place.project }
            try tx.takeNote(of: name, for: place.project)
            try tx.audit(
                .projectNameKept, on: "project \(number)", by: place.actor,
                details: [("name", place.project.name), ("job was", rename.from), ("job is", rename.to)],
                in: companyID, at: now)
            return try tx.project(place.project.id, of: companyID)
        }
    }
}

extension Place {
    /// The job's own name, for somebody who may decide on it and has seen it.
    fileprivate func jobName(seenAs seen: String?) throws(Refused) -> String {
        try person.require(.acceptOrRejectExport)
        guard let name = project.job.reference?.name else {
            throw Refused(.projectIsNotSynced(project: project.number))
        }
        guard seen == nil || seen == name else {
            throw Refused(.jobHasAnotherName(project: project.number, name: name))
        }
        return name
    }
}
