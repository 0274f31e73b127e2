package import BudgetDomain
import SQLDatabase

/// QuickBooks' list of active customers and jobs as it was last read, and how it stands with reading it.
package struct JobList: Hashable, Sendable {
    package let requestedAt: Instant?
    package let readAt: Instant?
    /// Why the last request to read it came to nothing, if it did.
    package let problem: String?
    /// By full name.
    package let entries: [ListedJob]
    /// Those that a project may stand for, and that none is linked with or asked to be linked with.
    package let readyToImport: [ListedJob]
    /// Those of them that somebody archived, which are not among the others.
    package let archived: [ArchivedJob]
}

/// A job that somebody took out of *Ready to Import*.
package struct ArchivedJob: Hashable, Sendable {
    package let job: ListedJob
    /// Its full name when it was archived.
    package let nameThen: String
    package let archivedBy: String
    package let archivedAt: Instant
}

/// Jobs that a project may stand for, and that none is linked with or asked to be linked with.
struct FreeJobs {
    let readyToImport: [ListedJob]
    let archived: [ArchivedJob]

    var all: [ListedJob] { readyToImport + archived.map(\.job) }
}

extension Plumbline {
    package func jobList(of companyID: ID<Company>) async throws -> JobList {
        try await database.read(of: companyID) { tx in
            let standing = try tx.row(
                """
                SELECT job_list_requested_at, job_list_read_at, job_list_problem FROM connections
                WHERE company_id = $1
                """, [.text(companyID.text)])
            let entries = try tx.listedJobs(of: companyID)
            let free = try tx.freeJobs(of: entries, in: companyID)
            return JobList(
                requestedAt: try standing?.optionalInteger(0).map(Instant.init(microsecondsSince1970:)),
                readAt: try standing?.optionalInteger(1).map(Instant.init(microsecondsSince1970:)),
                problem: try standing?.optionalText(2), entries: entries,
                readyToImport: free.readyToImport, archived: free.archived)
        }
    }
}

extension Transaction {
    /// Of the last read that was whole.
    func listedJobs(of company: ID<Company>) throws -> [ListedJob] {
        try rows(
            """
            SELECT l.list_id, l.full_name, l.sublevel FROM connections c
            JOIN listed_jobs l ON l.company_id = c.company_id AND l.read_id = c.job_list_read_id
            WHERE c.company_id = $1 ORDER BY l.full_name, l.list_id
            """, [.text(company.text)]
        ).map { row in
            ListedJob(listID: try row.text(0), fullName: try row.text(1), sublevel: try row.int(2))
        }
    }

    func freeJobs(of entries: [ListedJob], in company: ID<Company>) throws -> FreeJobs {
        let linked = try projectsByJob(of: company)
        let asked = try jobsAskedFor(of: company)
        let archive = try archive(of: company)
        var ready: [ListedJob] = []
        var archived: [ArchivedJob] = []
        for job in entries.eligible where linked[job.listID] == nil && !asked.contains(job.fullName.lowercased()) {
            if let (nameThen, by, at) = archive[job.listID] {
                archived.append(ArchivedJob(job: job, nameThen: nameThen, archivedBy: by, archivedAt: at))
            } else {
                ready.append(job)
            }
        }
        return FreeJobs(readyToImport: ready, archived: archived)
    }

    /// By ListID: under which name a job was archived, by whom and when.
    private func archive(of company: ID<Company>) throws -> [String: (String, String, Instant)] {
        let rows = try rows(
            """
            SELECT a.list_id, a.full_name, p.name, a.archived_at FROM archived_jobs a
            JOIN people p ON p.company_id = a.company_id AND p.id = a.archived_by
            WHERE a.company_id = $1
            """, [.text(company.text)])
        var archive: [String: (String, String, Instant)] = [:]
        for row in rows {
            archive[try row.text(0)] = (
                try row.text(1), try row.text(2), Instant(microsecondsSince1970: try row.integer(3))
            )
        }
        return archive
    }

    /// The names, in small letters, of the jobs that projects wait for.
    private func jobsAskedFor(of company: ID<Company>) throws -> Set<String> {
        let names = try rows(
            """
            SELECT COALESCE(job_link, job_customer || ':' || name) FROM projects
            WHERE company_id = $1 AND sync_state = 'requested'
            """, [.text(company.text)])
        return Set(try names.compactMap { try $0.optionalText(0)?.lowercased() })
    }
}
