import SQLDatabase

/// What is known of QuickBooks before anything is written: how its jobs and items stand, what the company file says of
/// itself, the estimate's date, and the dry run that an approver saw.
extension Schema {
    static let preflight = Migration("0010 preflight") { transaction in
        for statement in preflightStatements { try transaction.executeSchema(statement) }
        try transaction.wallOff("company_files", by: "company_id")
        try transaction.wallOff("export_previews", by: "company_id")
    }

    private static let preflightStatements = [
        "ALTER TABLE projects ADD COLUMN list_condition TEXT NOT NULL DEFAULT 'usable'",
        "ALTER TABLE projects ADD COLUMN seen_at BIGINT",
        "ALTER TABLE items ADD COLUMN list_condition TEXT NOT NULL DEFAULT 'usable'",
        "ALTER TABLE items ADD COLUMN seen_at BIGINT",
        "ALTER TABLE estimates ADD COLUMN txn_date TEXT",
        "CREATE INDEX projects_unusable ON projects (company_id) WHERE list_condition <> 'usable'",
        "CREATE INDEX items_unusable ON items (company_id) WHERE list_condition <> 'usable'",
        """
        CREATE TABLE company_files (
            company_id TEXT NOT NULL REFERENCES companies (id), connection_id TEXT NOT NULL, name TEXT, product TEXT,
            version TEXT, is_using_estimates BIGINT CHECK (is_using_estimates IN (0, 1)), closing_date TEXT,
            is_multi_currency BIGINT CHECK (is_multi_currency IN (0, 1)), home_currency TEXT, seen_at BIGINT NOT NULL,
            PRIMARY KEY (company_id, connection_id),
            FOREIGN KEY (company_id, connection_id) REFERENCES connections (company_id, id))
        """,
        """
        CREATE TABLE export_previews (
            company_id TEXT NOT NULL REFERENCES companies (id), export_id TEXT NOT NULL, digest TEXT NOT NULL,
            text TEXT NOT NULL, accepted_at BIGINT NOT NULL,
            PRIMARY KEY (company_id, export_id),
            FOREIGN KEY (company_id, export_id) REFERENCES exports (company_id, id))
        """,
    ]
}
