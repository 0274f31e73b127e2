import BudgetDomain
import SQLDatabase

extension Transaction {
    func saveJob(of project: ID<Project>, in company: ID<Company>, reference: ListReference?, fault: ERPFault?) throws {
        try execute(
            """
            UPDATE projects SET sync_state = $1, list_id = $2, full_name = $3, fault = $4
            WHERE company_id = $5 AND id = $6
            """, try Self.syncColumns(reference, fault) + [.text(company.text), .text(project.text)])
    }

    func saveItem(_ key: ItemKey, in company: ID<Company>, reference: ListReference?, fault: ERPFault?) throws {
        try execute(
            """
            UPDATE items SET sync_state = $1, list_id = $2, full_name = $3, fault = $4
            WHERE company_id = $5 AND cost_code_id = $6 AND cost_type = $7
            """,
            try Self.syncColumns(reference, fault)
                + [.text(company.text), .text(key.costCode.text), .text(key.costType ?? "")])
    }

    private static func syncColumns(_ reference: ListReference?, _ fault: ERPFault?) throws -> [SQLValue] {
        [
            .text(reference == nil ? SyncState.failed.rawValue : SyncState.synced.rawValue),
            SQLValue(reference?.listID), SQLValue(reference?.fullName),
            SQLValue(try fault.map { try StoredText.encode(StoredFault($0)) }),
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
