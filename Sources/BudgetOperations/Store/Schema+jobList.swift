import SQLDatabase

/// QuickBooks' list of customers and jobs, as a session last read it: for importing jobs as projects.
extension Schema {
    static let jobList = Migration("0019 list of jobs") { transaction in
        try transaction.executeSchema(
            """
            CREATE TABLE listed_jobs (
                company_id TEXT NOT NULL REFERENCES companies (id), read_id TEXT NOT NULL, list_id TEXT NOT NULL,
                full_name TEXT NOT NULL, sublevel BIGINT NOT NULL CHECK (sublevel >= 0),
                PRIMARY KEY (company_id, read_id, list_id))
            """)
        try transaction.wallOff("listed_jobs", by: "company_id")
        for column in ["requested_at BIGINT", "read_at BIGINT", "read_id TEXT", "problem TEXT"] {
            try transaction.executeSchema("ALTER TABLE connections ADD COLUMN job_list_\(column)")
        }
    }
}
