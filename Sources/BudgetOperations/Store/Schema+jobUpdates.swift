import SQLDatabase

/// Jobs of QuickBooks that nobody wants as projects, and the names of jobs that the projects' people know.
extension Schema {
    static let jobUpdates = Migration("0021 jobs archived and renamed") { transaction in
        try transaction.executeSchema(
            """
            CREATE TABLE archived_jobs (
                company_id TEXT NOT NULL REFERENCES companies (id), list_id TEXT NOT NULL, full_name TEXT NOT NULL,
                archived_by TEXT NOT NULL, archived_at BIGINT NOT NULL,
                PRIMARY KEY (company_id, list_id),
                FOREIGN KEY (company_id, archived_by) REFERENCES people (company_id, id))
            """)
        try transaction.wallOff("archived_jobs", by: "company_id")
        try transaction.executeSchema("ALTER TABLE projects ADD COLUMN job_name TEXT")
    }
}
