import BudgetDomain
import SQLDatabase

extension Transaction {
    /// Keeps what differs as findings: a new one for each new difference, and an end for those that are no more.
    func noteDrift(
        _ differences: [EstimateDifference], sighting: EstimateSighting, before: StoredEstimate,
        of project: ID<Project>, in company: Company, at now: Instant
    ) throws {
        let open = try rows(
            """
            SELECT number, difference FROM drift_findings
            WHERE company_id = $1 AND project_id = $2 AND resolved_at IS NULL
            """, [.text(company.id.text), .text(project.text)])
        let texts = try differences.map { try StoredText.encode(StoredDifference($0)) }
        var known: Set<String> = []
        for finding in open {
            let text = try finding.text("difference")
            known.insert(text)
            guard !texts.contains(text) else { continue }
            try execute(
                "UPDATE drift_findings SET resolved_at = $1 WHERE company_id = $2 AND number = $3",
                [.integer(now.microsecondsSince1970), .text(company.id.text), .integer(try finding.integer("number"))])
        }
        guard !differences.isEmpty else {
            try execute(
                "UPDATE estimates SET sound_at = read_at WHERE company_id = $1 AND project_id = $2",
                [.text(company.id.text), .text(project.text)])
            return
        }
        for text in texts where !known.contains(text) {
            try insertFinding(text, sighting: sighting, before: before, of: project, in: company.id, at: now)
        }
    }

    private func insertFinding(
        _ difference: String, sighting: EstimateSighting, before: StoredEstimate, of project: ID<Project>,
        in company: ID<Company>, at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO drift_findings
                (company_id, number, project_id, difference, found_at, sound_at, modified_at, is_older_copy)
            SELECT $1, COALESCE(MAX(number), 0) + 1, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT),
                CAST($5 AS BIGINT), CAST($6 AS TEXT), CAST($7 AS BIGINT)
            FROM drift_findings WHERE company_id = $1
            """,
            [
                .text(company.text), .text(project.text), .text(difference), .integer(now.microsecondsSince1970),
                SQLValue(before.soundAt?.microsecondsSince1970), SQLValue(sighting.reading?.modifiedAt),
                SQLValue(sighting.isOlder(than: before.sighting)),
            ])
    }

    /// Writes what an approver decided to the findings that are open.
    func decideDrift(
        _ decision: String, of project: ID<Project>, in company: ID<Company>, at now: Instant
    ) throws {
        try execute(
            """
            UPDATE drift_findings SET decision = $1, decided_at = $2
            WHERE company_id = $3 AND project_id = $4 AND resolved_at IS NULL
            """,
            [.text(decision), .integer(now.microsecondsSince1970), .text(company.text), .text(project.text)])
    }
}

extension EstimateSighting {
    /// QuickBooks' times of one file are written alike, so their texts compare as they do. An estimate that was
    /// changed last before it was last read comes from a copy of the file.
    fileprivate func isOlder(than before: EstimateSighting?) -> Bool {
        guard let old = before?.reading?.modifiedAt, let new = reading?.modifiedAt else { return false }
        return new < old
    }
}
