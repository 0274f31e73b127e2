import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Counts an attempt before it is looked at, so that many at the same time are counted too.
    /// - Throws: `Refused` when it comes too early; then it is not counted, so that a person who waits gets in.
    func countAttempt(_ throttles: [SignInThrottle]) async throws {
        let now = clock.now()
        let wait = try await database.write(of: .everyCompany) { tx in
            let failures = try throttles.map { try tx.failures($0, at: now) }
            let waits = zip(throttles, failures).map { throttle, failures in
                throttle.waitSeconds(afterFailures: failures.count) - now.seconds(since: failures.last)
            }
            if let longest = waits.max(), longest > 0 { return longest }
            for (throttle, failures) in zip(throttles, failures) {
                try tx.save(failures.count + 1, of: throttle, at: now)
            }
            return 0
        }
        guard wait == 0 else { throw Refused(.signInMustWait(seconds: wait)) }
    }

    /// Takes an attempt back that did not fail. The first count, of whoever this was at this place, begins anew.
    func forgiveAttempt(_ throttles: [SignInThrottle]) async throws {
        let now = clock.now()
        try await database.write(of: .everyCompany) { tx in
            for (position, throttle) in throttles.enumerated() {
                let failures = position == 0 ? 0 : try tx.failures(throttle, at: now).count - 1
                try tx.save(max(failures, 0), of: throttle, at: now)
            }
        }
    }
}

extension Transaction {
    fileprivate func failures(_ throttle: SignInThrottle, at now: Instant) throws -> (count: Int, last: Instant) {
        let row = try row(
            "SELECT failures, last_at FROM sign_in_attempts WHERE subject = $1", [.text(throttle.subject)])
        guard let row else { return (0, now) }
        let last = Instant(microsecondsSince1970: try row.integer("last_at"))
        guard now.seconds(since: last) < SignInThrottle.memorySeconds else { return (0, now) }
        return (try row.int("failures"), last)
    }

    fileprivate func save(_ failures: Int, of throttle: SignInThrottle, at now: Instant) throws {
        guard failures > 0 else {
            try execute("DELETE FROM sign_in_attempts WHERE subject = $1", [.text(throttle.subject)])
            return
        }
        try execute(
            """
            INSERT INTO sign_in_attempts (subject, failures, last_at) VALUES ($1, $2, $3)
            ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
            """, [.text(throttle.subject), SQLValue(failures), .integer(now.microsecondsSince1970)])
    }
}
