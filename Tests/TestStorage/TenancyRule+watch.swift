package import SQLDatabase
import Testing

extension TenancyRule {
    /// Fails the run when a statement forgets its company.
    package static let watch: StatementObserver = { statement in
        if let problem = problem(with: statement) { Issue.record("\(problem)") }
    }
}
