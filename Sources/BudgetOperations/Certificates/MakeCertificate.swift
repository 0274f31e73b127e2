package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// What was approved for a project, held against what QuickBooks held when it was last read.
    /// - Parameter version: the product's, which the certificate names.
    /// - Throws: ``Refusal/estimateWasNeverRead(project:)`` when there is nothing to hold it against.
    package func certificate(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>, madeBy version: String
    ) async throws -> Certificate {
        let now = clock.now()
        return try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewProjectJobCosts)
            return try tx.certificate(of: place, madeAt: now, by: version)
        }
    }
}

extension Transaction {
    func certificate(of place: Place, madeAt now: Instant, by version: String) throws -> Certificate {
        let books = try certifiedBooks(of: place)
        return try Certificate(
            facts: try books.facts(madeAt: now, by: version), exports: try books.exportLines(),
            rows: try books.rows(), reasons: try books.reasons(), currency: place.company.currency)
    }

    private func certifiedBooks(of place: Place) throws -> CertifiedBooks {
        let company = place.company
        let estimate = try storedEstimate(of: place.project.id, in: company)
        guard let readAt = estimate.readAt else { throw Refused(.estimateWasNeverRead(project: place.project.number)) }
        let costs = try costsRead(of: company.id)
        let codes = try reportCodes(in: company)
        let report = try JobCostsReport.build(
            codes: codes, currency: company.currency, reading: estimate.sighting?.reading,
            kinds: try kindsByMark(of: place.project.id, in: company.id),
            kept: try keptParts(of: place.project, in: company),
            documents: try jobCostDocuments(of: place.project.id, read: costs.id, in: company),
            estimateReadAt: readAt, costsReadAt: costs.at)
        return CertifiedBooks(
            place: place, connection: try connection(of: company.id), estimate: estimate, readAt: readAt,
            report: report, codes: codes, titles: try costCodeTitles(of: company.id),
            exports: try exportRecords(of: place).filter { $0.acceptance != nil },
            standing: try standing(of: place.project.id, in: company),
            gate: try gate(of: place.project, in: company), auditHead: try auditHead(of: company.id))
    }

    private func costsRead(of company: ID<Company>) throws -> (id: String?, at: Instant?) {
        let row = try row(
            "SELECT costs_read_id, costs_read_at FROM connections WHERE company_id = $1", [.text(company.text)])
        return (
            try row?.optionalText(0), try row?.optionalInteger(1).map(Instant.init(microsecondsSince1970:))
        )
    }

    private func costCodeTitles(of company: ID<Company>) throws -> [String: String] {
        var titles: [String: String] = [:]
        try forEach("SELECT code, title FROM cost_codes WHERE company_id = $1", [.text(company.text)]) { row in
            titles[try row.text(0)] = try row.text(1)
        }
        return titles
    }
}
