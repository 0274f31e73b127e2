import SQLDatabase

/// What servers share: leases of work that one of them does at a time, and messages on their way to a company's
/// webhook. A lease is no company's.
extension Schema {
    static let servers = Migration("0007 servers") { transaction in
        for statement in serverTables { try transaction.executeSchema(statement) }
        try transaction.wallOff("webhooks", by: "company_id")
        try transaction.wallOff("outbox", by: "company_id")
    }

    private static let serverTables = [
        """
        CREATE TABLE leases (
            name TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, expires_at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE webhooks (
            company_id TEXT NOT NULL PRIMARY KEY REFERENCES companies (id), url TEXT NOT NULL, secret TEXT NOT NULL,
            set_at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE outbox (
            company_id TEXT NOT NULL REFERENCES webhooks (company_id), id TEXT NOT NULL, topic TEXT NOT NULL,
            payload TEXT NOT NULL, created_at BIGINT NOT NULL, attempts BIGINT NOT NULL DEFAULT 0,
            due_at BIGINT NOT NULL, claimed_by TEXT, claimed_until BIGINT, delivered_at BIGINT, last_problem TEXT,
            CONSTRAINT outbox_claim CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
            PRIMARY KEY (company_id, id))
        """,
        "CREATE INDEX outbox_created ON outbox (company_id, created_at)",
        "CREATE INDEX outbox_waiting ON outbox (company_id, due_at) WHERE delivered_at IS NULL",
    ]
}
