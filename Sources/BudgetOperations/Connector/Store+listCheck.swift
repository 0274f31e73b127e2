import BudgetDomain
import SQLDatabase

/// The two tables whose rows stand for list entries of QuickBooks.
private enum ListTable: String {
    case projects
    case items

    /// What a row goes back to when its entry is gone: it can be asked for again as it was before, if that is known.
    var goneColumns: String {
        switch self {
        case .projects:
            """
            sync_state = 'failed', job_name = NULL,
            job_link = CASE WHEN job_customer IS NULL AND job_link IS NULL THEN full_name ELSE job_link END
            """
        case .items:
            """
            sync_state = CASE WHEN income_account IS NULL OR expense_account IS NULL THEN 'not synced'
                ELSE 'failed' END
            """
        }
    }
}

extension Transaction {
    /// Takes in what QuickBooks says of jobs and items: new names, what cannot be used, and what is gone. One audit
    /// entry tells of all that changed.
    func apply(_ check: ListCheck, of company: ID<Company>, by actor: Actor, at now: Instant) throws {
        let changes =
            try apply(check.jobs, to: .projects, noun: "job", of: company, at: now)
            + apply(check.items, to: .items, noun: "item", of: company, at: now)
        guard !changes.isEmpty else { return }
        try audit(.listsChanged, on: "jobs and items", by: actor, details: changes, in: company, at: now)
    }

    private func apply(
        _ findings: [String: ListCheck.Finding], to table: ListTable, noun: String, of company: ID<Company>,
        at now: Instant
    ) throws -> [(String, String)] {
        guard !findings.isEmpty else { return [] }
        try noteSeen(findings.keys.sorted(), in: table, of: company, at: now)
        let rows = try rows(
            """
            SELECT list_id, full_name, list_condition FROM \(table.rawValue)
            WHERE company_id = $1 AND list_id IS NOT NULL ORDER BY full_name, list_id
            """, [.text(company.text)])
        var changes: [(String, String)] = []
        for row in rows {
            let listID = try row.text("list_id")
            guard let finding = findings[listID] else { continue }
            let before = ListReference(
                listID: listID, fullName: try row.text("full_name"),
                condition: try Self.condition(row, table: table.rawValue))
            changes += try change(before, to: finding, in: table, of: company).map { ("\(noun) \($0)", $1) }
        }
        return changes
    }

    /// - Returns: what changed, for the audit entry.
    private func change(
        _ before: ListReference, to finding: ListCheck.Finding, in table: ListTable, of company: ID<Company>
    ) throws -> [(String, String)] {
        switch finding {
        case .gone(let fault):
            try execute(
                """
                UPDATE \(table.rawValue) SET list_id = NULL, list_condition = 'usable', fault = $1, \(table.goneColumns)
                WHERE company_id = $2 AND list_id = $3
                """,
                [.text(try StoredText.encode(StoredFault(fault))), .text(company.text), .text(before.listID)])
            return [("gone", before.fullName)]
        case .found(let fullName, let condition):
            guard fullName != before.fullName || condition != before.condition else { return [] }
            try execute(
                """
                UPDATE \(table.rawValue) SET full_name = $1, list_condition = $2 WHERE company_id = $3 AND list_id = $4
                """, [.text(fullName), .text(condition.rawValue), .text(company.text), .text(before.listID)])
            if table == .projects { try keepKnownName(of: before, nowCalled: fullName, of: company) }
            let renamed = fullName == before.fullName ? [] : [("renamed", "\(before.fullName) → \(fullName)")]
            return renamed + (condition == before.condition ? [] : [(condition.rawValue, fullName)])
        }
    }

    /// The name that a project's people know stays, until they have decided on the new one. Where the project is called
    /// so already, there is nothing to decide.
    private func keepKnownName(of job: ListReference, nowCalled fullName: String, of company: ID<Company>) throws {
        try execute(
            """
            UPDATE projects SET job_name = CASE WHEN name = $1 THEN $1 ELSE COALESCE(job_name, $2) END
            WHERE company_id = $3 AND list_id = $4
            """,
            [.text(AccountingName.own(in: fullName)), .text(job.name), .text(company.text), .text(job.listID)])
    }

    /// Takes every job and item for gone.
    func forgetLists(of company: ID<Company>, because fault: ERPFault) throws {
        for table in [ListTable.projects, .items] {
            try execute(
                """
                UPDATE \(table.rawValue) SET list_id = NULL, list_condition = 'usable', seen_at = NULL, fault = $1,
                    \(table.goneColumns)
                WHERE company_id = $2 AND list_id IS NOT NULL
                """, [.text(try StoredText.encode(StoredFault(fault))), .text(company.text)])
        }
    }

    /// Lists have one of a few lengths, so that few texts of the statement are ever prepared; the last id fills the
    /// rest.
    private func noteSeen(
        _ listIDs: [String], in table: ListTable, of company: ID<Company>, at now: Instant
    ) throws {
        var rest = listIDs[...]
        while let last = rest.last {
            let length = [1, 8, 64].first { $0 >= rest.count } ?? 512
            var page = Array(rest.prefix(length))
            page += Array(repeating: last, count: length - page.count)
            rest = rest.dropFirst(length)
            let places = page.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
            try execute(
                "UPDATE \(table.rawValue) SET seen_at = $1 WHERE company_id = $2 AND list_id IN (\(places))",
                [.integer(now.microsecondsSince1970), .text(company.text)] + page.map(SQLValue.text))
        }
    }
}

extension Transaction {
    func listsNotSeenForLongest(of company: ID<Company>) throws -> ListIDs {
        func ids(_ table: String) throws -> [String] {
            try rows(
                """
                SELECT list_id FROM \(table) WHERE company_id = $1 AND list_id IS NOT NULL
                ORDER BY COALESCE(seen_at, 0), list_id LIMIT $2
                """, [.text(company.text), SQLValue(ListIDs.most)]
            ).map { try $0.text(0) }
        }
        return ListIDs(jobs: try ids("projects"), items: try ids("items"))
    }

    func unusableLists(of company: ID<Company>, at now: Instant) throws -> ListIDs {
        let before = now.adding(seconds: -ListIDs.unusableAgeSeconds).microsecondsSince1970
        func ids(_ table: String) throws -> [String] {
            try rows(
                """
                SELECT list_id FROM \(table) WHERE company_id = $1 AND list_condition <> 'usable'
                    AND list_id IS NOT NULL AND COALESCE(seen_at, 0) < $2
                ORDER BY list_id LIMIT $3
                """, [.text(company.text), .integer(before), SQLValue(ListIDs.most)]
            ).map { try $0.text(0) }
        }
        return ListIDs(jobs: try ids("projects"), items: try ids("items"))
    }
}
