import SQLDatabase

/// Exchanges with QuickBooks that ended in trouble, kept so that a code nobody knows can be looked into.
extension Schema {
    static let transcripts = Migration("0011 transcripts") { transaction in
        try transaction.executeSchema(
            """
            CREATE TABLE transcripts (
                company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, at BIGINT NOT NULL,
                step TEXT NOT NULL, code TEXT NOT NULL, request TEXT NOT NULL, answer TEXT NOT NULL,
                PRIMARY KEY (company_id, id))
            """)
        try transaction.executeSchema("CREATE INDEX transcripts_at ON transcripts (company_id, at)")
        try transaction.wallOff("transcripts", by: "company_id")
    }
}
