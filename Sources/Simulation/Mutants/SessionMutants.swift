internal import QuickBooksEmulators
internal import SQLDatabase

/// Mistakes in the conversation with a Web Connector.
enum SessionMutants {
    static let all: [Mutant] = [
        Mutant(name: "old-ticket-taken", statement: "The answer to a ticket of a session that is over is taken.") {
            var hooks = MutantHooks()
            hooks.sql = { sql, values in
                (
                    sql.replacing("AND s.ticket_digest = $2 AND s.closed_at IS NULL", with: "AND s.ticket_digest = $2")
                        .replacing("AND state = $5 AND closed_at IS NULL", with: "AND state = $5"), values
                )
            }
            return hooks
        },
        .statement(
            "two-sessions", "A new session does not end the older one.", without: ["sessions_one_open"],
            in: "UPDATE connector_sessions SET closed_at = $1 WHERE company_id = $2 AND closed_at IS NULL"
        ) { _, values in (Mutant.nothing, [values[1]]) },
        answer("hresult-is-refusal", "Any HRESULT is taken for a proof that nothing was run.") { body in
            guard body.contains("<hresult>0x") else { return body }
            return body.rewritingEach("<hresult>0x", to: "</hresult>") { _ in "<hresult>0x80040400</hresult>" }
        },
        answer("unstored-is-refusal", "An outcome that QuickBooks could not store (9005) is taken for a refusal.") {
            guard $0.contains("messageSetStatusCode=\"9005\"") else { return $0 }
            return $0.replacing("messageSetStatusCode=\"9005\"", with: "messageSetStatusCode=\"0\"")
                .replacing(
                    "statusCode=\"0\" statusSeverity=\"Info\"", with: "statusCode=\"3210\" statusSeverity=\"Error\"")
        },
        answer("warning-is-refusal", "A warning after the work was done is taken for a refusal.") { body in
            guard body.contains("EstimateAddRs") || body.contains("EstimateModRs") else { return body }
            return body.replacing("statusSeverity=\"Warn\"", with: "statusSeverity=\"Error\"")
        },
        Mutant(
            name: "file-unchecked", statement: "Which company file is open is asked once and never again.",
            aim: "own file"
        ) {
            var hooks = MutantHooks()
            let first = Remembered<[String: String]>([:])
            hooks.request = { method, body in
                guard method == .sendRequestXML else { return body }
                let text = String(decoding: body, as: UTF8.self)
                guard let answers = text.text(between: "<strHCPResponse>", and: "</strHCPResponse>"),
                    let company = text.text(between: "<ticket>", and: ".")
                else { return body }
                let known = first.change { first in
                    if first[company] == nil { first[company] = answers }
                    return first[company] ?? answers
                }
                return Array(text.replacing(answers, with: known).utf8)
            }
            hooks.reply = { method, body in
                guard method == .authenticate else { return body }
                let text = String(decoding: body, as: UTF8.self)
                return Array(text.rewritingEach("<string>C:", to: "</string>") { _ in "<string></string>" }.utf8)
            }
            return hooks
        },
        progress("progress-falls", "Progress counts what is left instead of what is done.") { percent in
            percent > 0 && percent < 100 ? 100 - percent : percent
        },
        progress("progress-over", "Progress counts beyond a hundred.") { percent in
            percent > 60 && percent < 100 ? percent + 60 : percent
        },
        Mutant(name: "silent-stop", statement: "A session that has to stop does not say why.") {
            var hooks = MutantHooks()
            hooks.reply = { method, body in
                guard method == .getLastError else { return body }
                let text = String(decoding: body, as: UTF8.self)
                guard let reason = text.text(between: "<getLastErrorResult>", and: "<") else { return body }
                return Array(text.replacing(">\(reason)<", with: "><").utf8)
            }
            return hooks
        },
        .text(
            "unknown-forgotten", "Work whose answer was lost is no reason for a session.",
            "AND e.state IN ('queued', 'handed out', 'unknown', 'awaiting job costs', 'mismatched',",
            becomes: "AND e.state IN ('queued',"),
        Mutant(name: "lazy-sign-in", statement: "Most polls are told that there is nothing to do.") {
            var hooks = MutantHooks()
            let count = Remembered(0)
            hooks.sql = { sql, values in
                guard sql.contains("AS has_work") else { return (sql, values) }
                let isIdle = count.change { count in
                    count += 1
                    return !count.isMultiple(of: 5)
                }
                return (
                    isIdle
                        ? sql.replacing("THEN 1 ELSE 0 END AS has_work", with: "THEN 0 ELSE 0 END AS has_work")
                        : sql, values
                )
            }
            return hooks
        },
    ]

    /// A mistake in how what the Web Connector brings is read.
    private static func answer(
        _ name: String, _ statement: String, _ change: @escaping @Sendable (String) -> String
    ) -> Mutant {
        Mutant(name: name, statement: statement) {
            var hooks = MutantHooks()
            hooks.request = { method, body in
                guard method == .receiveResponseXML else { return body }
                return Array(change(String(decoding: body, as: UTF8.self)).utf8)
            }
            return hooks
        }
    }

    private static func progress(
        _ name: String, _ statement: String, _ change: @escaping @Sendable (Int) -> Int
    ) -> Mutant {
        Mutant(name: name, statement: statement) {
            var hooks = MutantHooks()
            hooks.reply = { method, body in
                guard method == .receiveResponseXML else { return body }
                let text = String(decoding: body, as: UTF8.self)
                guard let digits = text.text(between: "<receiveResponseXMLResult>", and: "<"), let percent = Int(digits)
                else { return body }
                return Array(text.replacing(">\(digits)<", with: ">\(change(percent))<").utf8)
            }
            return hooks
        }
    }
}
