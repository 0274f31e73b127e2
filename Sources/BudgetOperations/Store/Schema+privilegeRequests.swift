import SQLDatabase

/// Requests for *Can Push to Accounting*, and how they were answered.
extension Schema {
    static let privilegeRequests = Migration("0015 privilege requests") { transaction in
        for statement in privilegeRequestTables { try transaction.executeSchema(statement) }
        try transaction.wallOff("privilege_requests", by: "company_id")
    }

    private static let privilegeRequestTables = [
        """
        CREATE TABLE privilege_requests (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, person_id TEXT NOT NULL,
            reason TEXT NOT NULL, asked_at BIGINT NOT NULL,
            answer TEXT CHECK (answer IN ('granted', 'declined')), answered_by TEXT, answered_at BIGINT,
            comment TEXT NOT NULL DEFAULT '',
            CONSTRAINT privilege_requests_answer CHECK (
                (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE UNIQUE INDEX privilege_requests_one_open ON privilege_requests (company_id, person_id)
            WHERE answer IS NULL
        """,
        "CREATE INDEX privilege_requests_person ON privilege_requests (company_id, person_id, asked_at)",
    ]
}
