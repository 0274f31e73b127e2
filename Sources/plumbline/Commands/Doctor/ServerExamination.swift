import BudgetDomain
import SQLDatabase

/// Looks at a PostgreSQL database and its server without changing anything.
enum ServerExamination {
    /// - Parameter connections: how many each Plumbline server may have.
    static func findings(of url: String, connections: Int, at now: Instant) async -> [Finding] {
        do {
            let settings = try PostgreSQLSettings(url: url, poolSize: ConnectionLimit.few)
            let database = try await Database.openPostgreSQL(settings)
            let reached = Finding.sound("Connection", "A server answers at \(settings.redacted).")
            guard let facts = try await database.facts() else { return [reached] }
            let server = ServerCheck(
                facts: facts, isThisMachine: settings.isThisMachine, connections: connections, now: now)
            return [reached] + server.findings + (await StoreExamination.findings(of: database, at: now))
        } catch {
            return [Finding("Connection", error)]
        }
    }
}

/// What a server says of itself, against what the product needs.
struct ServerCheck {
    let facts: ServerFacts
    let isThisMachine: Bool
    let connections: Int
    let now: Instant

    var findings: [Finding] {
        [version, primary, role, walls, encryption, disk, commits, replication, locks, room, clock, encoding]
    }

    private var version: Finding {
        let found = "PostgreSQL \(facts.version)."
        guard facts.versionNumber < 150_000 else { return .sound("Version", found) }
        return .attention(
            "Version", found, meaning: "Plumbline is tested with PostgreSQL 15 and later.",
            cure: "Bring the server to a version that is still maintained.")
    }

    private var primary: Finding {
        guard !facts.isReadOnly || facts.isStandby else {
            return .unusable(
                "Primary", "The database or the role is set to read only (default_transaction_read_only).",
                meaning: "It takes no writes, so every act is refused.",
                cure: "A database administrator sets it to off: ALTER DATABASE … RESET default_transaction_read_only.")
        }
        guard facts.isStandby else { return .sound("Primary", "The server takes writes.") }
        return .unusable(
            "Primary", "The server is a standby.", meaning: "It takes no writes, so every act is refused.",
            cure: "Name every server of the cluster, and leave target_session_attrs out of the address.")
    }

    private var role: Finding {
        let found = "\(facts.role); the schema belongs to \(facts.schemaOwner)."
        guard facts.isSuperuser || facts.bypassesRowSecurity else { return .sound("Role", found) }
        let why = facts.isSuperuser ? "a superuser" : "a role that bypasses row-level security"
        return .attention(
            "Role", "\(facts.role) is \(why).",
            meaning: "The server's own wall between companies does not hold it; only Plumbline's statements do.",
            cure: "Let Plumbline use a role made with NOSUPERUSER NOBYPASSRLS that owns the database.")
    }

    private var walls: Finding {
        guard !facts.tablesWithoutWall.isEmpty else {
            return .sound("Walls", "Row-level security is forced on every company's tables.")
        }
        let tables = facts.tablesWithoutWall.joined(separator: ", ")
        return .attention(
            "Walls", "Row-level security is missing or not forced on \(tables).",
            meaning: "Somebody changed the tables; the server would show one company's rows to another.",
            cure: "ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, and restore the policy.")
    }

    private var encryption: Finding {
        if facts.isEncrypted { return .sound("Encryption", "The connection is encrypted (TLS).") }
        if isThisMachine { return .sound("Encryption", "None, and none is needed on this machine.") }
        return .attention(
            "Encryption", "The connection is not encrypted.",
            meaning: "Whoever can read the network reads budgets, and may change what is sent.",
            cure: "Add ?sslmode=verify-full&sslrootcert=… to the address, and give the server a certificate.")
    }
}
