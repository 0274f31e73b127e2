import SQLDatabase

/// Transcripts of every exchange, those without trouble too, by the session that they belong to; from where a session's
/// Web Connector called; when somebody last took the `.qwc` file; since when a connection's sessions fail, and why; and
/// when an approver decided on a difference.
///
/// An older server beside a newer one counts all transcripts as trouble, and keeps the newest of all alike.
extension Schema {
    static let exchanges = Migration(
        "0020 exchanges",
        [
            "ALTER TABLE transcripts ADD COLUMN session_id TEXT",
            "ALTER TABLE transcripts ADD COLUMN asked_at BIGINT",
            """
            ALTER TABLE transcripts ADD COLUMN is_trouble BIGINT NOT NULL DEFAULT 1
                CONSTRAINT transcripts_trouble CHECK (is_trouble IN (0, 1))
            """,
            "CREATE INDEX transcripts_trouble_at ON transcripts (company_id, is_trouble, at)",
            "CREATE INDEX transcripts_session ON transcripts (company_id, session_id, at)",
            "ALTER TABLE connector_sessions ADD COLUMN address TEXT",
            "CREATE INDEX connector_sessions_opened ON connector_sessions (company_id, opened_at)",
            "ALTER TABLE connections ADD COLUMN qwc_taken_at BIGINT",
            "ALTER TABLE connections ADD COLUMN failing_since BIGINT",
            "ALTER TABLE connections ADD COLUMN failure TEXT",
            "ALTER TABLE drift_findings ADD COLUMN decided_at BIGINT",
        ])
}
