internal import BudgetDomain

/// What checks keep from one step to the next.
package struct InvariantMemory: Sendable {
    /// How often our own database was restored to an older copy in this life.
    package internal(set) var restorations = 0
    var hasKeptDatabase = false

    /// Nil until the database was read as a whole.
    var seenRestorations: Int?
    var rows = StoredRows()
    /// How much of the ledger earlier checks have seen.
    var seenDecisions = 0
    var seenAsks = 0
    var seenWrites = 0
    /// The number of the last audit entry of each company.
    var lastAudited: [String: Int64] = [:]
    var openSessions: [String: Int] = [:]
    var setsInFlight: [String: Set<String>] = [:]
    /// The bytes of every message set, as they were stored.
    var storedSets: [String: String] = [:]
    /// The bytes under which each message set was first asked for.
    var askedSets: [String: String] = [:]
    /// Message sets that the audit says were handed out.
    var auditedSets: Set<String> = []
    /// Message sets that an approver's decision to write ours again sent off.
    var rewritingSets: Set<String> = []
    /// Each item of a company file under the name that it had when it was first seen: its cost code.
    var itemCodes: [Int: [String: String]] = [:]

    package init() {}

    package var databaseWasRestored: Bool { restorations > 0 }
}

extension InvariantMemory {
    mutating func note(_ entries: [JournalEntry]) {
        for entry in entries {
            switch entry.kind {
            case .setStored:
                storedSets[entry.subject] = entry.text
                setsInFlight[entry.company, default: []].insert(entry.subject)
            case .setMoved where entry.after == "answered": setsInFlight[entry.company]?.remove(entry.subject)
            case .setMoved: setsInFlight[entry.company, default: []].insert(entry.subject)
            case .sessionOpened: openSessions[entry.company, default: 0] += 1
            case .sessionClosed: openSessions[entry.company, default: 0] -= 1
            case .exportMoved where entry.after == "rewrite handed out":
                if let id = entry.text.text(between: "\"messageSetID\":\"", and: "\"") { rewritingSets.insert(id) }
            case .audited where entry.after == AuditedAct.exportHandedOut.rawValue:
                let details = entry.text + "\n"
                if let id = details.text(between: "message set: ", and: "\n") { auditedSets.insert(id) }
            default: break  // default: of which only what came with the last step counts
            }
        }
    }
}
