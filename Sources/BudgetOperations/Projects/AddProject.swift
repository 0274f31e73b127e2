package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a project with an empty budget, and the number and GUID by which its estimate will be known in QuickBooks.
    package func addProject(
        to companyID: ID<Company>, number: String, name: String, isERPIntegrated: Bool, by actor: Actor
    ) async throws -> Project {
        let now = clock.now()
        try TextLimit.projectNumber.requireName(number)
        try TextLimit.projectName.requireName(name)
        return try await database.write(of: companyID) { [randomness] tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            let project = Project(
                id: randomness.id(), company: company.id, number: number, name: name,
                isERPIntegrated: isERPIntegrated)
            try refusing(duplicatesOf: "projects_number", with: .projectAlreadyExists(number)) {
                try tx.insert(project)
            }
            try tx.execute(
                "INSERT INTO budgets (company_id, id, project_id) VALUES ($1, $2, $3)",
                [.text(company.id.text), .text(randomness.uuid()), .text(project.id.text)])
            // `RefNumber` of an estimate holds 11 characters, qbXML 13.0.
            try tx.execute(
                "INSERT INTO estimates (company_id, project_id, number, guid) VALUES ($1, $2, $3, $4)",
                [
                    .text(company.id.text), .text(project.id.text), .text("PL" + randomness.text(length: 9)),
                    .text("{\(randomness.uuid().uppercased())}"),
                ])
            try tx.audit(
                .projectAdded, on: "project \(number)", by: actor,
                details: [("name", name), ("syncs with accounting", isERPIntegrated ? "yes" : "no")],
                in: company.id, at: now)
            return project
        }
    }
}

extension Transaction {
    fileprivate func insert(_ project: Project) throws {
        try execute(
            """
            INSERT INTO projects (company_id, id, number, name, is_erp_integrated, sync_state)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(project.company.text), .text(project.id.text), .text(project.number), .text(project.name),
                SQLValue(project.isERPIntegrated), .text(SyncState.notSynced.rawValue),
            ])
    }
}
