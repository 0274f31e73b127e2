import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// What signing in leaves behind and nobody can use any more. It guards nothing by being gone: whoever looks at
    /// such a row looks at its time too.
    func removeOldSignIns() async throws -> Int {
        let now = clock.now()
        func past(_ seconds: Int64) -> SQLValue { .integer(now.adding(seconds: -seconds).microsecondsSince1970) }
        let (idle, unseen) = (past(BrowserSessionLife.idleSeconds), past(BrowserSessionLife.deviceSeconds))
        let (forgotten, ended) = (past(SignInThrottle.memorySeconds), past(0))
        return try await database.write(of: .everyCompany) { tx in
            try tx.execute("DELETE FROM browser_sessions WHERE expires_at <= $1 OR last_used_at <= $2", [ended, idle])
                + tx.execute("DELETE FROM known_devices WHERE seen_at <= $1", [unseen])
                + tx.execute("DELETE FROM sign_in_steps WHERE expires_at <= $1", [ended])
                + tx.execute("DELETE FROM sign_in_links WHERE expires_at <= $1", [ended])
                + tx.execute("DELETE FROM set_up_links WHERE expires_at <= $1", [ended])
                + tx.execute("DELETE FROM sign_in_attempts WHERE last_at <= $1", [forgotten])
        }
    }
}
