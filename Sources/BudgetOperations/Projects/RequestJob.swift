package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Asks for the project to become a job in QuickBooks, or to be linked with one that is there; the next Web
    /// Connector session does it. A request that failed, or was not done yet, is replaced; one that QuickBooks has and
    /// did not answer is not, because its job may be there already. Each project has a job of its own.
    package func requestJob(
        _ request: JobRequest, for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.acceptOrRejectExport)
            try tx.request(request, for: place.project, by: place.actor, at: now)
        }
    }
}

extension JobRequest {
    /// Refuses names that no customer or job of QuickBooks can have. A full name has the levels' names in it.
    fileprivate func requireNames() throws(Refused) {
        let (_, fullName) = detail
        try TextLimit.customerName.require(fullName)
        for level in fullName.split(separator: ":", omittingEmptySubsequences: false).map(String.init) {
            if let problem = AccountingName.problem(in: level, longest: AccountingName.longestJobName) {
                throw Refused(.nameDoesNotFit(name: fullName, problem: problem))
            }
        }
    }

    fileprivate func requireFits(_ project: Project) throws(Refused) {
        guard project.isERPIntegrated else { throw Refused(.projectIsNotIntegrated(project: project.number)) }
        guard project.job.reference == nil else { throw Refused(.projectIsAlreadySynced(project: project.number)) }
        switch self {
        case .linkTo: break
        case .createUnder(let customer):
            try TextLimit.customerName.require("\(customer):\(project.name)")
            if let problem = AccountingName.problem(in: project.name, longest: AccountingName.longestJobName) {
                throw Refused(.nameDoesNotFit(name: project.name, problem: problem))
            }
        }
    }

    /// The full name that the job has in QuickBooks, or will have.
    fileprivate func jobName(of project: Project) -> String {
        switch self {
        case .linkTo(let fullName): fullName
        case .createUnder(let customer): "\(customer):\(project.name)"
        }
    }

    fileprivate var detail: (String, String) {
        switch self {
        case .createUnder(let customer): ("new job under", customer)
        case .linkTo(let fullName): ("link to", fullName)
        }
    }
}

extension Transaction {
    /// Whoever acts has been found to be allowed to.
    func request(_ request: JobRequest, for project: Project, by actor: Actor, at now: Instant) throws {
        try requireNoAnswerIsAwaited(for: project)
        try require(request, fits: project)
        try save(request, of: project)
        try audit(
            .jobRequested, on: "project \(project.number)", by: actor, details: [request.detail],
            in: project.company, at: now)
    }

    /// What QuickBooks cannot hold must not be asked for: a session would end at it, and all behind it wait.
    func require(_ request: JobRequest, fits project: Project) throws {
        try request.requireNames()
        try request.requireFits(project)
        try requireIsFree(request.jobName(of: project), for: project)
    }

    /// Of a job that QuickBooks was asked to add.
    func requireNoAnswerIsAwaited(for project: Project) throws {
        let set = try messageSetInFlight(of: project.company)
        if set?.purpose == .job, set?.subject == project.id.text {
            throw Refused(.jobAwaitsAnswer(project: project.number))
        }
    }

    /// By the names that sessions last saw, which QuickBooks compares without case. A session compares the ids as well.
    private func requireIsFree(_ job: String, for project: Project) throws {
        let linked = try rows(
            "SELECT number, full_name FROM projects WHERE company_id = $1 AND list_id IS NOT NULL AND id <> $2",
            [.text(project.company.text), .text(project.id.text)])
        for other in linked where try other.text("full_name").lowercased() == job.lowercased() {
            throw Refused(.jobIsTaken(job: job, project: try other.text("number")))
        }
    }

    private func save(_ request: JobRequest, of project: Project) throws {
        let (customer, link): (SQLValue, SQLValue) =
            switch request {
            case .createUnder(let customer): (.text(customer), .null)
            case .linkTo(let fullName): (.null, .text(fullName))
            }
        try execute(
            """
            UPDATE projects SET sync_state = $1, job_customer = $2, job_link = $3, fault = NULL
            WHERE company_id = $4 AND id = $5
            """,
            [
                .text(SyncState.requested.rawValue), customer, link, .text(project.company.text),
                .text(project.id.text),
            ])
    }
}
