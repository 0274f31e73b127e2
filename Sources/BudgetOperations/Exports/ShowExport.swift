package import BudgetDomain
import SQLDatabase

/// Everything that an approver sees of an export.
package struct ExportDetail: Hashable, Sendable {
    package let summary: ExportSummary
    /// The *Budget Updates*: what each budget code will be worth in QuickBooks.
    package let rows: [BudgetUpdateRow]
    /// Titles of the company's cost codes by code, and names of its cost types: what the rows' codes stand for.
    package let costCodeTitles: [String: String]
    package let costTypeNames: [String: String]
    package let transactions: [ExportTransaction]
    /// How many of the lines that QuickBooks should hold were read back exactly.
    package let confirmed: Int
    package let expected: Int
}

extension Plumbline {
    /// The project's open export, or else the latest that went to QuickBooks or came back.
    package func exportDetail(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> ExportDetail {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewERPLists)
            let all = try tx.exportSummaries(in: place.company, project: place.project.id)
            guard let summary = all.first(where: { $0.export.state.isOpen }) ?? all.first(where: \.travels) else {
                throw Refused(.nothingWaitsForApprover)
            }
            let exported = try tx.exportedTransactions(of: summary.export.budget, in: place.company)
            let sending = try tx.transactions(of: summary.export.id, in: place.company)
            let ids = Set(sending.map(\.id))
            let before = exported.filter { !ids.contains($0.id) }
            let gate = try tx.gate(of: place.project, in: place.company)
            let titles = try tx.costCodes(of: companyID).map { ($0.code, $0.title) }
            return ExportDetail(
                summary: summary,
                rows: try BudgetUpdates.rows(sending: sending, exported: before, currency: place.company.currency),
                costCodeTitles: Dictionary(titles, uniquingKeysWith: { first, _ in first }),
                costTypeNames: try tx.costTypeNames(of: companyID),
                transactions: sending, confirmed: gate?.confirmed ?? 0, expected: gate?.expected ?? sending.count)
        }
    }
}

extension ExportSummary {
    /// Whether it was meant for QuickBooks, and did not come from there.
    package var travels: Bool { export.kind != .adoption }
}
