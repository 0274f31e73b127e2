package import BudgetDomain
import SQLDatabase

/// One running server, among however many share the database.
package enum RunningServer {}

/// Work that one server at a time does for all.
///
/// A lease ends by the clock of whoever looks at it, so servers whose clocks differ by more than its term may hold it
/// both. It therefore guards no money: what is done under it does no harm when it is done twice, and is decided row by
/// row in the company's own transactions.
package enum Lease: String, CaseIterable, Sendable {
    case housekeeping

    /// How long a server that has died keeps the work from the others: three turns of the loop that renews it.
    var termSeconds: Int64 {
        switch self {
        case .housekeeping: 180
        }
    }
}

extension Plumbline {
    /// Takes the lease, or prolongs it when it is this server's.
    /// - Returns: whether the lease is this server's now.
    package func holdLease(_ lease: Lease, as server: ID<RunningServer>) async throws -> Bool {
        let now = clock.now()
        return try await database.write(of: .everyCompany) { tx in
            let held = try tx.row(
                """
                INSERT INTO leases (name, owner, expires_at) VALUES ($1, $2, $3)
                ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
                WHERE leases.owner = excluded.owner OR leases.expires_at <= $4
                RETURNING owner
                """,
                [
                    .text(lease.rawValue), .text(server.text),
                    .integer(now.adding(seconds: lease.termSeconds).microsecondsSince1970),
                    .integer(now.microsecondsSince1970),
                ])
            return held != nil
        }
    }

    /// Gives back whatever this server holds, so that nobody waits for the end of its terms.
    package func releaseLeases(of server: ID<RunningServer>) async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.execute("DELETE FROM leases WHERE owner = $1", [.text(server.text)])
        }
    }
}
