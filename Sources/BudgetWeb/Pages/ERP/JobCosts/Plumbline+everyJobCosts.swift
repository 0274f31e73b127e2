import BudgetDomain
import BudgetOperations

extension Plumbline {
    /// The company-wide report with all its jobs, read part by part.
    /// - Parameter most: more jobs than that are ``PageProblem/tooManyRows(most:)``; nil for no such bound.
    func everyJobCosts(
        for signedIn: SignedInPerson, most: Int? = nil
    ) async throws -> (rows: [ProjectJobCosts], costsReadAt: Instant?) {
        var rows: [ProjectJobCosts] = []
        var page = 1
        while true {
            let part = try await companyJobCosts(page: page, in: signedIn.company.id, by: signedIn.person.id)
            if let most, part.projects > most { throw PageProblem.tooManyRows(most: most) }
            rows += part.rows
            guard page * Self.jobCostsAtOnce < part.projects else { return (rows, part.costsReadAt) }
            page += 1
        }
    }
}
