package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Moves the connection to another company file: it gets another user name, password and file id, so that the old
    /// `.qwc` file and the old company file are refused from now on, and the next session binds the file that the new
    /// `.qwc` file was opened with.
    ///
    /// Nothing that was learnt from the old file is taken for true of the new one. Jobs and items are no longer linked,
    /// no job is archived, and the job costs count as never read. What stands in QuickBooks is read at once: an
    /// estimate that is not in the new file closes its budget's gate, and an approver decides on writing it there.
    package func moveConnection(of companyID: ID<Company>, by actor: Actor) async throws -> NewConnection {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let actor = try tx.actor(actor, mayDo: .configureERP, in: companyID)
            guard let old = try tx.connection(of: companyID) else { throw Refused(.noConnection) }
            // Its answer is in the old file alone, and who asks for it in another learns nothing.
            guard try tx.messageSetInFlight(of: companyID) == nil else { throw Refused(.connectionAwaitsAnswer) }
            let credentials = ConnectorCredentials(randomness)
            try tx.endConnectorSessions(of: companyID, at: now)
            try tx.rebind(credentials, fileID: randomness.uuid(), of: companyID, at: now)
            try tx.forgetLists(of: companyID, because: .movedToAnotherFile)
            try tx.audit(
                .connectionMoved, on: "connection \(credentials.userName)", by: actor,
                details: [
                    ("old user name", old.userName), ("old company", old.boundCompany ?? ""),
                    ("old file", old.boundPath ?? ""),
                ], in: companyID, at: now)
            guard let connection = try tx.connection(of: companyID) else { throw Refused(.noConnection) }
            return NewConnection(connection: connection, password: credentials.password)
        }
    }
}

extension Transaction {
    fileprivate func rebind(
        _ credentials: ConnectorCredentials, fileID: String, of company: ID<Company>, at now: Instant
    ) throws {
        try execute(
            """
            UPDATE connections SET user_name = $1, password_digest = $2, file_id = $3, bound_company = NULL,
                bound_path = NULL, bound_at = NULL, last_contact_at = NULL, last_session = NULL,
                costs_requested_at = $4, costs_read_at = NULL, costs_read_id = NULL, refused_sign_ins = 0,
                last_refused_at = NULL, job_list_requested_at = NULL, job_list_read_at = NULL,
                job_list_read_id = NULL, job_list_problem = NULL, qwc_taken_at = NULL,
                failing_since = NULL, failure = NULL
            WHERE company_id = $5
            """,
            [
                .text(credentials.userName), .text(credentials.digest), .text(fileID),
                .integer(now.microsecondsSince1970), .text(company.text),
            ])
        for table in ["company_files", "listed_jobs", "archived_jobs"] {
            try execute("DELETE FROM \(table) WHERE company_id = $1", [.text(company.text)])
        }
    }
}
