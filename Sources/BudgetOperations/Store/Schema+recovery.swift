import SQLDatabase

/// What recovery needs: amounts that were taken over from QuickBooks, by which references an estimate was known
/// before, and what was found changed in QuickBooks.
extension Schema {
    /// A server that does not know it cannot read an export that is to be written again.
    static let recovery = Migration("0009 recovery", oldestBeside: 9) { transaction in
        for statement in recoveryTables { try transaction.executeSchema(statement) }
        try transaction.wallOff("drift_findings", by: "company_id")
    }

    private static let recoveryTables = [
        "ALTER TABLE export_transactions ADD COLUMN adjusts TEXT",
        "ALTER TABLE estimates ADD COLUMN former_guids TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE estimates ADD COLUMN job_list_id TEXT",
        "ALTER TABLE estimates ADD COLUMN job_full_name TEXT",
        "ALTER TABLE estimates ADD COLUMN modified_at TEXT",
        "ALTER TABLE estimates ADD COLUMN deleted_at TEXT",
        "ALTER TABLE estimates ADD COLUMN sound_at BIGINT",
        """
        CREATE TABLE drift_findings (
            company_id TEXT NOT NULL REFERENCES companies (id), number BIGINT NOT NULL, project_id TEXT NOT NULL,
            difference TEXT NOT NULL, found_at BIGINT NOT NULL, sound_at BIGINT, modified_at TEXT, is_older_copy BIGINT
                NOT NULL CHECK (is_older_copy IN (0, 1)), decision TEXT, resolved_at BIGINT,
            PRIMARY KEY (company_id, number),
            FOREIGN KEY (company_id, project_id) REFERENCES projects (company_id, id))
        """,
        "CREATE INDEX drift_findings_project ON drift_findings (company_id, project_id, resolved_at)",
    ]
}
