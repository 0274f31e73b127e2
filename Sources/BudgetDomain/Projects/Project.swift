/// A construction project. When it is ERP-integrated it stands for one Customer:Job in QuickBooks.
package struct Project: Hashable, Sendable {
    package let id: ID<Project>
    package let company: ID<Company>
    /// Unique in the company; how a project is named on the command line.
    package let number: String
    package var name: String
    /// Procore's *ERP-sync this Project*.
    package var isERPIntegrated: Bool
    package var job: ListSync<JobRequest>

    package init(
        id: ID<Project>, company: ID<Company>, number: String, name: String, isERPIntegrated: Bool = true,
        job: ListSync<JobRequest> = .notSynced
    ) {
        self.id = id
        self.company = company
        self.number = number
        self.name = name
        self.isERPIntegrated = isERPIntegrated
        self.job = job
    }
}

/// What an approver asked for when connecting a project with QuickBooks.
package enum JobRequest: Hashable, Sendable {
    /// Make a new job with the project's name under this customer.
    case createUnder(customer: String)
    /// Use the job that is there: its full name, `Customer:Job`.
    case linkTo(fullName: String)
}
