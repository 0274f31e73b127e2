import BudgetDomain
import SQLDatabase

extension Transaction {
    /// Whoever asked for the job knows its name.
    func saveJob(
        of project: ID<Project>, in company: ID<Company>, reference: ListReference?, fault: ERPFault?, at now: Instant
    ) throws {
        try execute(
            """
            UPDATE projects SET sync_state = $1, list_id = $2, full_name = $3, list_condition = $4, fault = $5,
                seen_at = $6, job_name = $7
            WHERE company_id = $8 AND id = $9
            """,
            try Self.syncColumns(reference, fault, now)
                + [SQLValue(reference?.name), .text(company.text), .text(project.text)])
    }

    func saveItem(
        _ key: ItemKey, in company: ID<Company>, reference: ListReference?, fault: ERPFault?, at now: Instant
    ) throws {
        try execute(
            """
            UPDATE items SET sync_state = $1, list_id = $2, full_name = $3, list_condition = $4, fault = $5,
                seen_at = $6
            WHERE company_id = $7 AND cost_code_id = $8 AND cost_type = $9
            """,
            try Self.syncColumns(reference, fault, now)
                + [.text(company.text), .text(key.costCode.text), .text(key.costType ?? "")])
    }

    private static func syncColumns(
        _ reference: ListReference?, _ fault: ERPFault?, _ now: Instant
    ) throws -> [SQLValue] {
        [
            .text(reference == nil ? SyncState.failed.rawValue : SyncState.synced.rawValue),
            SQLValue(reference?.listID), SQLValue(reference?.fullName),
            .text((reference?.condition ?? .usable).rawValue),
            SQLValue(try fault.map { try StoredText.encode(StoredFault($0)) }),
            .integer(now.microsecondsSince1970),
        ]
    }

    /// One audit entry for all items of a call: a batch may hold hundreds.
    func auditItems(_ outcomes: [ConnectorOutcome], of company: ID<Company>, by actor: Actor, at now: Instant) throws {
        var synced: [String] = []
        var failed: [(String, String)] = []
        for outcome in outcomes {
            if case .itemSynced(_, let reference) = outcome { synced.append(reference.fullName) }
            if case .itemFailed(_, let fault) = outcome { failed.append(("fault", fault.text)) }
        }
        if !synced.isEmpty {
            try audit(
                .itemsSynced, on: "\(synced.count) items", by: actor,
                details: [("items", synced.joined(separator: ", "))], in: company, at: now)
        }
        if !failed.isEmpty {
            try audit(.itemsFailed, on: "\(failed.count) items", by: actor, details: failed, in: company, at: now)
        }
    }
}
