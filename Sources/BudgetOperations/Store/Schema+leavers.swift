import SQLDatabase

/// People who left. Their rows stay, because their names stand in all that they did.
extension Schema {
    static let leavers = Migration(
        "0017 leavers",
        [
            "ALTER TABLE people ADD COLUMN deactivated_by TEXT",
            """
            ALTER TABLE people ADD COLUMN deactivated_at BIGINT
                CONSTRAINT people_deactivation CHECK (
                    (deactivated_by IS NULL) = (deactivated_at IS NULL)
                    AND (deactivated_at IS NULL OR privilege_by IS NULL))
            """,
            """
            ALTER TABLE privilege_requests ADD COLUMN is_withdrawn BIGINT NOT NULL DEFAULT 0
                CHECK (is_withdrawn IN (0, 1))
            """,
        ])
}
