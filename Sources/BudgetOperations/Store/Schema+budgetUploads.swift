import SQLDatabase

/// Files that somebody uploaded and has not imported yet: any server shows their preview.
extension Schema {
    static let budgetUploads = Migration("0016 budget uploads") { transaction in
        try transaction.executeSchema(
            """
            CREATE TABLE budget_uploads (
                company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, project_id TEXT NOT NULL,
                person_id TEXT NOT NULL, name TEXT NOT NULL, bytes BYTEA NOT NULL, uploaded_at BIGINT NOT NULL,
                PRIMARY KEY (company_id, id),
                FOREIGN KEY (company_id, project_id) REFERENCES projects (company_id, id),
                FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
            """)
        try transaction.executeSchema(
            "CREATE UNIQUE INDEX uploads_person ON budget_uploads (company_id, project_id, person_id)")
        try transaction.executeSchema("CREATE INDEX uploads_at ON budget_uploads (company_id, uploaded_at)")
        try transaction.wallOff("budget_uploads", by: "company_id")
        // What became of an export is asked every few seconds while people watch.
        try transaction.executeSchema("CREATE INDEX message_sets_subject ON message_sets (company_id, subject)")
    }
}
