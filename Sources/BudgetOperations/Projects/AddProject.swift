package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a project with an empty budget, and the number and GUID by which its estimate will be known in QuickBooks.
    package func addProject(
        to companyID: ID<Company>, number: String, name: String, isERPIntegrated: Bool, by actor: Actor
    ) async throws -> Project {
        let now = clock.now()
        let draft = try ProjectDraft(number: number, name: name, isERPIntegrated: isERPIntegrated)
        return try await database.write(of: companyID) { [randomness] tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            return try tx.add(draft, to: company, randomness, by: actor, at: now)
        }
    }
}

/// A project that is not there yet.
struct ProjectDraft {
    let number: String
    let name: String
    let isERPIntegrated: Bool

    init(number: String, name: String, isERPIntegrated: Bool) throws(Refused) {
        try TextLimit.projectNumber.requireName(number)
        try TextLimit.projectName.requireName(name)
        self.number = number
        self.name = name
        self.isERPIntegrated = isERPIntegrated
    }
}

extension Transaction {
    func add(
        _ draft: ProjectDraft, to company: Company, _ randomness: Randomness, by actor: Actor, at now: Instant
    ) throws -> Project {
        let project = Project(
            id: randomness.id(), company: company.id, number: draft.number, name: draft.name,
            isERPIntegrated: draft.isERPIntegrated)
        try refusing(duplicatesOf: "projects_number", with: .projectAlreadyExists(draft.number)) {
            try insert(project)
        }
        try execute(
            "INSERT INTO budgets (company_id, id, project_id) VALUES ($1, $2, $3)",
            [.text(company.id.text), .text(randomness.uuid()), .text(project.id.text)])
        // `RefNumber` of an estimate holds 11 characters, qbXML 13.0.
        try execute(
            "INSERT INTO estimates (company_id, project_id, number, guid) VALUES ($1, $2, $3, $4)",
            [
                .text(company.id.text), .text(project.id.text), .text("PL" + randomness.text(length: 9)),
                .text("{\(randomness.uuid().uppercased())}"),
            ])
        try audit(
            .projectAdded, on: "project \(draft.number)", by: actor,
            details: [("name", draft.name), ("syncs with accounting", draft.isERPIntegrated ? "yes" : "no")],
            in: company.id, at: now)
        return project
    }

    private func insert(_ project: Project) throws {
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
