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
    /// The job's own name that the project's people know; nil where no session has told one.
    package var jobName: String?

    package init(
        id: ID<Project>, company: ID<Company>, number: String, name: String, isERPIntegrated: Bool = true,
        job: ListSync<JobRequest> = .notSynced, jobName: String? = nil
    ) {
        self.id = id
        self.company = company
        self.number = number
        self.name = name
        self.isERPIntegrated = isERPIntegrated
        self.job = job
        self.jobName = jobName
    }

    /// What somebody called the job in QuickBooks since the project's people took note of its name.
    package var jobRename: JobRename? {
        guard let name = job.reference?.name, let jobName, jobName != name else { return nil }
        return JobRename(from: jobName, to: name)
    }
}

/// A job's own name as the project's people know it, and as QuickBooks has it now.
package struct JobRename: Hashable, Sendable {
    package let from: String
    package let to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

/// What an approver asked for when connecting a project with QuickBooks.
package enum JobRequest: Hashable, Sendable {
    /// Make a new job with the project's name under this customer.
    case createUnder(customer: String)
    /// Use the job that is there: its full name, `Customer:Job`.
    case linkTo(fullName: String)
}
