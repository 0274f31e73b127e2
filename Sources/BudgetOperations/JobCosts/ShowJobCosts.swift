package import BudgetDomain
import SQLDatabase

/// The Job Costs Report of a project, with how much of what was accepted is confirmed by it.
package struct JobCostsView: Hashable, Sendable {
    package let project: Project
    package let report: JobCostsReport
    package let confirmed: Int
    package let expected: Int
    /// The documents behind the costs, by date.
    package let documents: [JobCostDocumentLine]
    /// The cost code of each item that has one, as the report writes it.
    let codeOfItem: [String: String]

    /// The documents behind one row of the report.
    package func documents(of row: JobCostsReport.Row) -> [JobCostDocumentLine] {
        let isCoded = report.uncoded.costCode != row.costCode
        return documents.filter { line in
            let code = line.itemListID.flatMap { codeOfItem[$0] }
            return isCoded ? code == row.costCode : code == nil
        }
    }
}

extension Plumbline {
    package func jobCosts(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> JobCostsView {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewProjectJobCosts)
            return try tx.jobCosts(of: place.project, in: place.company)
        }
    }
}

extension Transaction {
    func jobCosts(of project: Project, in company: Company) throws -> JobCostsView {
        let stored = try storedEstimate(of: project.id, in: company)
        let times = try row(
            "SELECT costs_read_at, costs_read_id FROM connections WHERE company_id = $1", [.text(company.id.text)])
        let documents = try jobCostDocuments(
            of: project.id, read: try times?.optionalText("costs_read_id"), in: company)
        let codes = try reportCodes(in: company)
        let report = try JobCostsReport.build(
            codes: codes, currency: company.currency, reading: stored.sighting?.reading,
            kinds: try kindsByMark(of: project.id, in: company.id), kept: try keptParts(of: project, in: company),
            documents: documents, estimateReadAt: stored.readAt,
            costsReadAt: try times?.optionalInteger("costs_read_at").map(Instant.init(microsecondsSince1970:)))
        let gate = try gate(of: project, in: company)
        return JobCostsView(
            project: project, report: report, confirmed: gate?.confirmed ?? 0, expected: gate?.expected ?? 0,
            documents: documents,
            codeOfItem: Dictionary(codes.map { ($0.itemListID, $0.costCode) }, uniquingKeysWith: { first, _ in first }))
    }

    func jobCostDocuments(
        of project: ID<Project>, read: String?, in company: Company
    ) throws -> [JobCostDocumentLine] {
        guard let read else { return [] }
        return try rows(
            """
            SELECT kind, txn_id, txn_line_id, date, number, party, item_list_id, item_or_account, amount
            FROM job_cost_lines WHERE company_id = $1 AND read_id = $2 AND project_id = $3
            ORDER BY date, kind, txn_id, txn_line_id
            """, [.text(company.id.text), .text(read), .text(project.text)]
        ).map { row in
            let kind = try row.text(0)
            guard let kind = JobCostDocumentLine.Kind(rawValue: kind) else {
                throw UnreadableRow(table: "job_cost_lines", column: "kind", value: kind)
            }
            return JobCostDocumentLine(
                kind: kind, txnID: try row.text(1), txnLineID: try row.text(2), date: try row.text(3),
                number: try row.text(4), party: try row.text(5), itemListID: try row.optionalText(6),
                itemOrAccount: try row.text(7),
                amount: Money(minorUnits: try row.integer(8), currency: company.currency))
        }
    }

    /// The synced items by which QuickBooks' lines belong to cost codes, in the order of the codes.
    func reportCodes(in company: Company) throws -> [JobCostsReport.Code] {
        try rows(
            """
            SELECT i.list_id, c.code, c.title, i.cost_type FROM items i
            JOIN cost_codes c ON c.company_id = i.company_id AND c.id = i.cost_code_id
            WHERE i.company_id = $1 AND i.list_id IS NOT NULL ORDER BY c.code, i.cost_type
            """, [.text(company.id.text)]
        ).map { row in
            let type = try row.text(3)
            let code = try row.text(1)
            return JobCostsReport.Code(
                itemListID: try row.text(0), costCode: type.isEmpty ? code : "\(code):\(type)",
                title: try row.text(2))
        }
    }

    /// What the estimate lines are made of of which an approver kept something, by mark.
    func keptParts(of project: Project, in company: Company) throws -> [String: [JobCostsReport.KeptPart]] {
        let expected = try expectedLines(of: project, in: company)
        let adjusted = Set(expected.compactMap(\.transaction.adjusts))
        guard !adjusted.isEmpty else { return [:] }
        var parts: [String: [JobCostsReport.KeptPart]] = [:]
        for each in expected {
            let mark = each.transaction.adjusts ?? each.transaction.mark
            guard adjusted.contains(mark) else { continue }
            parts[mark, default: []].append(  // default: the first part of the line
                JobCostsReport.KeptPart(
                    itemListID: each.itemListID, amount: each.transaction.amount,
                    isOriginal: each.transaction.kind.isOriginal))
        }
        return parts
    }

    func kindsByMark(of project: ID<Project>, in company: ID<Company>) throws -> [String: TransactionKind] {
        var kinds: [String: TransactionKind] = [:]
        try forEach(
            """
            SELECT t.mark, t.kind FROM exports e
            JOIN export_transactions t ON t.company_id = e.company_id AND t.export_id = e.id
            WHERE e.company_id = $1 AND e.project_id = $2
            """, [.text(company.text), .text(project.text)]
        ) { row in
            kinds[try row.text(0)] = TransactionKind(rawValue: try row.text(1))
        }
        return kinds
    }
}
