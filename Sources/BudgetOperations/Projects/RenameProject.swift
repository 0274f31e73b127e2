package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives the project another name. A job that is linked keeps its own in QuickBooks; one that is still to be made
    /// takes the new name.
    package func renameProject(
        _ number: String, to name: String, in companyID: ID<Company>, by actor: Actor
    ) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: companyID)
            try tx.rename(try tx.project(number: number, of: companyID), to: name, by: actor, at: now)
        }
    }
}

extension Transaction {
    /// Whoever acts has been found to be allowed to. A project that gets the name that its job has by now is no longer
    /// asked about it.
    func rename(_ project: Project, to name: String, by actor: Actor, at now: Instant) throws {
        try TextLimit.projectName.requireName(name)
        if project.job.reference?.name == name { try takeNote(of: name, for: project) }
        guard project.name != name else { return }
        // The answer would be looked for under the new name, and the job made twice.
        try requireNoAnswerIsAwaited(for: project)
        if case .requested(let request) = project.job {
            var renamed = project
            renamed.name = name
            try require(request, fits: renamed)
        }
        try execute(
            "UPDATE projects SET name = $1 WHERE company_id = $2 AND id = $3",
            [.text(name), .text(project.company.text), .text(project.id.text)])
        try audit(
            .projectRenamed, on: "project \(project.number)", by: actor,
            details: [("from", project.name), ("to", name)], in: project.company, at: now)
    }

    /// The project's people know that the job is called so.
    func takeNote(of jobName: String, for project: Project) throws {
        try execute(
            "UPDATE projects SET job_name = $1 WHERE company_id = $2 AND id = $3",
            [.text(jobName), .text(project.company.text), .text(project.id.text)])
    }
}
