internal import BudgetDomain
internal import BudgetOperations
internal import Logging
internal import QuickBooksEmulators
internal import SQLDatabase

/// What one check sees.
struct Sight: Sendable {
    /// What transactions changed since the last check; nothing when the database was put in place as a whole.
    let entries: [JournalEntry]
    /// What people tried since the last check.
    let decisions: [Ledger.Decision]
    let asks: [Ledger.Ask]
    let writes: [Ledger.Write]
    /// How everything stands now.
    let rows: StoredRows
    /// The first link that does not hold of each company's audit chain, looked for at the end.
    let brokenChains: [String]

    func entries(_ kinds: Set<JournalEntry.Kind>) -> [JournalEntry] { entries.filter { kinds.contains($0.kind) } }

    func entries(_ kind: JournalEntry.Kind) -> [JournalEntry] { entries.filter { $0.kind == kind } }
}

extension World {
    /// Everything that is there before the first step.
    func beginChecks() async throws {
        try await Journal.clear(engine)
        _ = try await look()
    }

    /// How much of the journal no check has seen.
    package func unseenJournal() async throws -> Int { try await Journal.take(from: engine).count }

    /// Reads what changed, and no more.
    func look(atEnd: Bool = false) async throws -> Sight {
        var entries = try await Journal.take(from: engine)
        if memory.seenRestorations != memory.restorations {
            // Every row was just put in place: there is nothing to compare it with.
            entries = []
            memory.seenRestorations = memory.restorations
            memory.rows = try await StoredRows.read(through: probe)
            try await beginAnew()
        } else if !entries.isEmpty {
            try await memory.rows.refresh(after: entries, through: probe)
        }
        memory.note(entries)
        noteGUIDs()
        noteItems()
        defer {
            memory.seenDecisions = ledger.decisions.count
            memory.seenAsks = ledger.asks.count
            memory.seenWrites = ledger.writes.count
        }
        return Sight(
            entries: entries, decisions: Array(ledger.decisions.dropFirst(memory.seenDecisions)),
            asks: Array(ledger.asks.dropFirst(memory.seenAsks)),
            writes: Array(ledger.writes.dropFirst(memory.seenWrites)), rows: memory.rows,
            brokenChains: atEnd ? try await brokenChains() : [])
    }

    /// A project's estimate may get another GUID; every one that it ever had stays ours.
    private func noteGUIDs() {
        for estimate in memory.rows.estimates {
            guard let company = index(of: estimate.company) else { continue }
            let key = Ledger.ProjectKey(company: company, project: estimate.project)
            if ledger.guids[key]?.contains(estimate.guid) != true {
                ledger.guids[key, default: []].append(estimate.guid)
            }
        }
    }

    private func noteItems() {
        for company in companies {
            for (listID, name) in company.books.itemsByListID
            where memory.itemCodes[company.index]?[listID] == nil {
                memory.itemCodes[company.index, default: [:]][listID] = name
            }
        }
    }

    /// Walks the chains past all servers, in the way in which an auditor does.
    private func brokenChains() async throws -> [String] {
        let auditor = Plumbline(
            database: probe.database, clock: clock.clock, randomness: servers[0].plumbline.randomness, log: .silent)
        var broken: [String] = []
        for company in companies {
            if let link = try await auditor.verifyAudit(of: company.id).broken { broken.append(link.sentence) }
        }
        return broken
    }

    private func beginAnew() async throws {
        memory.lastAudited = [:]
        memory.openSessions = [:]
        memory.setsInFlight = [:]
        for row in try await probe.rows("SELECT company_id, MAX(number) FROM audit_entries GROUP BY company_id") {
            memory.lastAudited[try row.text(0)] = try row.integer(1)
        }
        for row in try await probe.rows(
            "SELECT company_id, COUNT(*) FROM connector_sessions WHERE closed_at IS NULL GROUP BY company_id")
        {
            memory.openSessions[try row.text(0)] = try row.int(1)
        }
        for row in try await probe.rows("SELECT company_id, id, state, request FROM message_sets") {
            let (company, id) = (try row.text(0), try row.text(1))
            memory.storedSets[id] = try row.text(3)
            if try row.text(2) != "answered" { memory.setsInFlight[company, default: []].insert(id) }
        }
    }

    func index(of company: String) -> Int? { companies.first { $0.id.text == company }?.index }
}
