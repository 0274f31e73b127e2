package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives the project another name. A job that is linked keeps its own in QuickBooks; one that is still to be made
    /// takes the new name.
    package func renameProject(
        _ number: String, to name: String, in companyID: ID<Company>, by actor: Actor
    ) async throws {
        let now = clock.now()
        try TextLimit.projectName.requireName(name)
        try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: companyID)
            let project = try tx.project(number: number, of: companyID)
            guard project.name != name else { return }
            // The answer would be looked for under the new name, and the job made twice.
            try tx.requireNoAnswerIsAwaited(for: project)
            if case .requested(let request) = project.job {
                var renamed = project
                renamed.name = name
                try tx.require(request, fits: renamed)
            }
            try tx.execute(
                "UPDATE projects SET name = $1 WHERE company_id = $2 AND id = $3",
                [.text(name), .text(companyID.text), .text(project.id.text)])
            try tx.audit(
                .projectRenamed, on: "project \(number)", by: actor, details: [("from", project.name), ("to", name)],
                in: companyID, at: now)
        }
    }
}
