import BudgetDomain
import SQLDatabase

extension Transaction {
    func isJobListRequested(of company: ID<Company>) throws -> Bool {
        try row(
            "SELECT 1 FROM connections WHERE company_id = $1 AND job_list_requested_at IS NOT NULL",
            [.text(company.text)]) != nil
    }

    /// A request is good for one try, so that a list which brings QuickBooks down does so once: it is over with the
    /// first question, and until the last answer is in, that is what is known of it. Pages of tries before are dropped.
    func beginJobList(of company: ID<Company>) throws {
        try execute(
            """
            DELETE FROM listed_jobs WHERE company_id = $1 AND read_id <> COALESCE(
                (SELECT c.job_list_read_id FROM connections c WHERE c.company_id = $1), '')
            """, [.text(company.text)])
        try execute(
            "UPDATE connections SET job_list_requested_at = NULL, job_list_problem = $1 WHERE company_id = $2",
            [.text("The last reading did not come to its end."), .text(company.text)])
    }

    /// Adds a page to a read of the list that is under way. It is shown once the whole read is in.
    func insert(_ jobs: [ListedJob], readID: String, of company: ID<Company>) throws {
        // A list that changes while it is read may bring a job on two pages.
        var seen = try listIDs(readID: readID, of: company)
        try insert(
            into: "listed_jobs", columns: ["company_id", "read_id", "list_id", "full_name", "sublevel"],
            rows: jobs.filter { seen.insert($0.listID).inserted }.map { job in
                [
                    .text(company.text), .text(readID), .text(job.listID), .text(job.fullName),
                    .integer(Int64(job.sublevel)),
                ]
            })
    }

    private func listIDs(readID: String, of company: ID<Company>) throws -> Set<String> {
        Set(
            try rows(
                "SELECT list_id FROM listed_jobs WHERE company_id = $1 AND read_id = $2",
                [.text(company.text), .text(readID)]
            ).map { try $0.text(0) })
    }

    /// A whole read is in: it is shown from now on, and older reads go.
    func finishJobList(readID: String, of company: ID<Company>, at now: Instant) throws {
        try execute(
            "DELETE FROM listed_jobs WHERE company_id = $1 AND read_id <> $2", [.text(company.text), .text(readID)])
        try execute(
            """
            UPDATE connections SET job_list_read_at = $1, job_list_read_id = $2, job_list_problem = NULL
            WHERE company_id = $3
            """, [.integer(now.microsecondsSince1970), .text(readID), .text(company.text)])
    }

    /// What was read before stays. Nobody waits for the list but whoever asked for it, so they are told and ask again.
    func failJobList(of company: ID<Company>, because problem: String) throws {
        try execute(
            "UPDATE connections SET job_list_problem = $1 WHERE company_id = $2",
            [.text(problem), .text(company.text)])
    }
}
