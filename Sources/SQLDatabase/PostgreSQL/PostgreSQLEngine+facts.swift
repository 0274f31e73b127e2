extension PostgreSQLEngine {
    func facts() async throws -> ServerFacts? {
        let asked = try await PostgreSQLConnection.open(settings)
        let other = try await PostgreSQLConnection.open(settings)
        let locksHold = try await asked.performing { first in
            try first.run("BEGIN")
            defer { first.leaveTransaction() }
            guard try first.run(Self.tryLock).rows().first?.bool(0) == true else { return false }
            // The other connection's queue is idle, and nobody else has it.
            return try other.run(Self.tryLock).rows().first?.bool(0) == false
        }
        return try await asked.performing { connection in
            let walls = try connection.run(Self.wallsDown).rows().map { try $0.text(0) }
            guard let row = try connection.run(Self.settings).rows().first else {
                throw DatabaseError.failed(code: 0, message: "the server says nothing of itself")
            }
            return try ServerFacts(row, isEncrypted: connection.isEncrypted, wallsDown: walls, locksHold: locksHold)
        }
    }

    private static let tryLock = "SELECT pg_try_advisory_xact_lock(hashtextextended('plumbline check of locks', 0))"

    private static let settings = """
        SELECT current_setting('server_version') AS version,
            CAST(current_setting('server_version_num') AS BIGINT) AS version_number,
            r.rolname AS role, r.rolsuper AS is_superuser, r.rolsuper OR r.rolbypassrls AS bypasses,
            COALESCE((SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = current_schema()), '')
                AS owner,
            pg_is_in_recovery() AS is_standby,
            current_setting('default_transaction_read_only') = 'on' AS is_read_only,
            current_setting('synchronous_commit') AS synchronous_commit,
            current_setting('synchronous_standby_names') AS standby_names,
            current_setting('fsync') = 'on' AS fsync, current_setting('full_page_writes') = 'on' AS full_page_writes,
            current_setting('server_encoding') AS encoding,
            COALESCE(d.daticulocale, d.datcollate) AS collation,
            CAST(current_setting('max_connections') AS BIGINT) AS most_connections,
            CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) AS clock
        FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()
        """

    /// Every table of ours that says whose its rows are has a wall.
    private static let wallsDown = """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
            AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'company_id')
            AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))
        ORDER BY c.relname
        """

    func forgetOldReceipts() async throws {
        var removed: Int
        repeat {
            removed = try await write(.everyCompany) { try $0.execute(CommitReceipt.removalOfOld, []) }
        } while removed == CommitReceipt.mostRemovedAtOnce
    }
}

extension ServerFacts {
    fileprivate init(_ row: Row, isEncrypted: Bool, wallsDown: [String], locksHold: Bool) throws {
        version = try row.text("version")
        versionNumber = try row.int("version_number")
        role = try row.text("role")
        isSuperuser = try row.bool("is_superuser")
        bypassesRowSecurity = try row.bool("bypasses")
        schemaOwner = try row.text("owner")
        tablesWithoutWall = wallsDown
        isStandby = try row.bool("is_standby")
        isReadOnly = try row.bool("is_read_only")
        self.isEncrypted = isEncrypted
        synchronousCommit = try row.text("synchronous_commit")
        synchronousStandbyNames = try row.text("standby_names")
        fsync = try row.bool("fsync")
        fullPageWrites = try row.bool("full_page_writes")
        encoding = try row.text("encoding")
        collation = try row.text("collation")
        mostConnections = try row.int("most_connections")
        clock = try row.integer("clock")
        self.locksHold = locksHold
    }
}
