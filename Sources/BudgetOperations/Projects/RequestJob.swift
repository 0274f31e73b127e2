package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Asks for the project to become a job in QuickBooks, or to be linked with one that is there; the next Web
    /// Connector session does it. A request that failed, or was not done yet, is replaced.
    package func requestJob(
        _ request: JobRequest, for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        let now = clock.now()
        try request.requireNames()
        try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.acceptOrRejectExport)
            try request.requireFits(place.project)
            try tx.save(request, of: place.project)
            try tx.audit(
                .jobRequested, on: "project \(number)", by: place.actor, details: [request.detail],
                in: companyID, at: now)
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

    fileprivate var detail: (String, String) {
        switch self {
        case .createUnder(let customer): ("new job under", customer)
        case .linkTo(let fullName): ("link to", fullName)
        }
    }
}

extension Transaction {
    fileprivate func save(_ request: JobRequest, of project: Project) throws {
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
