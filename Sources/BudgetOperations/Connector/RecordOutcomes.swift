import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Applies what a call brought, keeps the session's new state, and audits what matters, all in one transaction.
    /// Returns false, with nothing changed, when the session is over or has moved on since `session` was read: a late
    /// or a doubled answer moves nothing.
    package func record(
        _ outcomes: [ConnectorOutcome], sessionState: String, ticket: String, of session: StoredSession
    ) async throws -> Bool {
        let now = clock.now()
        return try await database.write(of: session.company) { tx in
            guard try tx.save(sessionState: sessionState, ticket: ticket, of: session, at: now) else {
                return false
            }
            let company = try tx.company(session.company)
            let by = Actor.connector(userName: session.userName)
            var projects: [String: String]?
            for outcome in outcomes {
                if case .costLines(let readID, let lines) = outcome {
                    let known = try projects ?? tx.projectsByJob(of: company.id)
                    projects = known
                    try tx.insert(lines, readID: readID, projects: known, of: company.id)
                } else {
                    try tx.apply(outcome, session: session, company: company, by: by, at: now)
                }
            }
            try tx.auditItems(outcomes, of: company.id, by: by, at: now)
            return true
        }
    }
}

extension Transaction {
    fileprivate func apply(
        _ outcome: ConnectorOutcome, session: StoredSession, company: Company, by actor: Actor, at now: Instant
    ) throws {
        switch outcome {
        case .companyFileSeen(let name, let path):
            try bind(name: name, path: path, session: session, by: actor, at: now)
        case .companyFileRefused(let reason):
            try audit(
                .companyFileRefused, on: "connection \(session.userName)", by: actor, details: [("reason", reason)],
                in: company.id, at: now)
        case .companyFileRead(let facts):
            try save(facts, of: session, at: now)
        case .listsChecked(let check):
            try apply(check, of: company.id, by: actor, at: now)
        case .handedOut(let set):
            try insert(set, of: session, at: now)
        case .messageSet(let id, let state, let answer):
            try execute(
                "UPDATE message_sets SET state = $1, answer = $2, answered_at = $3 WHERE company_id = $4 AND id = $5",
                [
                    .text(state.rawValue), .text(answer), .integer(now.microsecondsSince1970), .text(company.id.text),
                    .text(id),
                ])
        case .jobSynced(let project, let reference):
            try saveJob(of: project, in: company.id, reference: reference, fault: nil, at: now)
            try audit(
                .jobSynced, on: "project \(try self.project(project, of: company.id).number)", by: actor,
                details: [("job", reference.fullName)], in: company.id, at: now)
        case .jobFailed(let project, let fault):
            try saveJob(of: project, in: company.id, reference: nil, fault: fault, at: now)
            try audit(
                .jobFailed, on: "project \(try self.project(project, of: company.id).number)", by: actor,
                details: [("fault", fault.text)], in: company.id, at: now)
        case .itemSynced(let key, let reference):
            try saveItem(key, in: company.id, reference: reference, fault: nil, at: now)
        case .itemFailed(let key, let fault):
            try saveItem(key, in: company.id, reference: nil, fault: fault, at: now)
        case .export(let id, let event):
            try apply(event, toExport: id, of: company, by: actor, at: now)
        case .estimateRead(let project, let sighting):
            try readBack(sighting, of: project, in: company, by: actor, at: now)
        case .costLines:
            break  // inserted by the caller, which knows the jobs
        case .sessionFailed(let cause):
            try note(failure: cause, of: session, at: now)
        case .transcript(let transcript):
            try keep(transcript, of: company.id)
        case .costsRead(let readID):
            try finishCosts(readID: readID, session: session, at: now)
        case .jobListBegun:
            try beginJobList(of: company.id)
        case .jobsListed(let readID, let jobs):
            try insert(jobs, readID: readID, of: company.id)
        case .jobListRead(let readID):
            try finishJobList(readID: readID, of: company.id, at: now)
        case .jobListFailed(let fault):
            try failJobList(of: company.id, because: fault.text)
        }
    }

    private func bind(name: String, path: String, session: StoredSession, by actor: Actor, at now: Instant) throws {
        let bound = try connection(of: session.company)
        guard bound?.boundCompany != name || bound?.boundPath != path else { return }
        try execute(
            """
            UPDATE connections SET bound_company = $1, bound_path = $2, bound_at = COALESCE(bound_at, $3)
            WHERE company_id = $4 AND id = $5
            """,
            [
                .text(name), .text(path), .integer(now.microsecondsSince1970), .text(session.company.text),
                .text(session.connection.text),
            ])
        try audit(
            .companyFileBound, on: "connection \(session.userName)", by: actor,
            details: [("company", name), ("file", path)], in: session.company, at: now)
    }

    private func insert(_ set: MessageSet, of session: StoredSession, at now: Instant) throws {
        try execute(
            """
            INSERT INTO message_sets (company_id, id, connection_id, purpose, subject, request, state, handed_out_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .text(session.company.text), .text(set.id), .text(session.connection.text), .text(set.purpose.rawValue),
                .text(set.subject), .text(set.request), .text(set.state.rawValue),
                .integer(now.microsecondsSince1970),
            ])
    }
}
