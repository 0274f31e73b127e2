import SQLDatabase

/// The small schema of these tests.
enum Notes {
    static let migrations = [
        Migration(
            "notes",
            [
                """
                CREATE TABLE note (
                    id TEXT NOT NULL PRIMARY KEY,
                    owner TEXT NOT NULL,
                    title TEXT NOT NULL,
                    amount BIGINT NOT NULL CONSTRAINT note_amount_is_not_negative CHECK (amount >= 0),
                    state TEXT NOT NULL
                )
                """,
                "CREATE UNIQUE INDEX note_title_once_per_owner ON note (owner, title)",
                "CREATE UNIQUE INDEX note_one_open_per_owner ON note (owner) WHERE state = 'open'",
            ]),
        Migration(
            "remarks",
            [
                """
                CREATE TABLE remark (
                    id TEXT NOT NULL PRIMARY KEY,
                    note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
                    number BIGINT NOT NULL,
                    UNIQUE (note_id, number)
                )
                """
            ]),
    ]

    static let insert = "INSERT INTO note (id, owner, title, amount, state) VALUES ($1, $2, $3, $4, $5)"
}
