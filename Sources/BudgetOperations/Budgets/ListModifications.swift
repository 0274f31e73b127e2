package import BudgetDomain
import SQLDatabase

/// A budget modification with who made it, and with the export that carried it.
package struct ModificationEntry: Hashable, Sendable {
    package let modification: BudgetModification
    /// The line that gives; nil for a one-sided modification.
    package let from: BudgetLineItem?
    package let to: BudgetLineItem
    package let createdBy: String
    package let createdAt: Instant
    /// The latest export that it was part of; nil while it was never sent.
    package let export: Export?
}

extension Plumbline {
    /// The budget and its modifications, the newest first.
    package func modifications(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> [ModificationEntry] {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            return try tx.modificationEntries(at: place)
        }
    }
}

extension Transaction {
    fileprivate func modificationEntries(at place: Place) throws -> [ModificationEntry] {
        let standing = try standing(of: place.project.id, in: place.company)
        let budget = standing.budget
        let lines = Dictionary(budget.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let makers = try makers(of: budget)
        let carriers = try carriers(of: budget, among: standing.exports)
        return budget.modifications.reversed().compactMap { modification in
            guard let to = lines[modification.to], let maker = makers[modification.id] else { return nil }
            return ModificationEntry(
                modification: modification, from: modification.from.flatMap { lines[$0] }, to: to,
                createdBy: maker.name, createdAt: maker.at, export: carriers[modification.id])
        }
    }

    private func makers(
        of budget: Budget
    ) throws -> [ID<BudgetModification>: (name: String, at: Instant)] {
        var makers: [ID<BudgetModification>: (name: String, at: Instant)] = [:]
        try forEach(
            """
            SELECT m.id, p.name, m.created_at FROM budget_modifications m
            JOIN people p ON p.company_id = m.company_id AND p.id = m.created_by
            WHERE m.company_id = $1 AND m.budget_id = $2
            """, [.text(budget.company.text), .text(budget.id.text)]
        ) { row in
            makers[ID(try row.text(0))] = (
                try row.text(1), Instant(microsecondsSince1970: try row.integer(2))
            )
        }
        return makers
    }

    private func carriers(
        of budget: Budget, among exports: [Export]
    ) throws -> [ID<BudgetModification>: Export] {
        let byID = Dictionary(exports.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var carriers: [ID<BudgetModification>: Export] = [:]
        try forEach(
            """
            SELECT t.modification_id, t.export_id FROM exports e
            JOIN export_transactions t ON t.company_id = e.company_id AND t.export_id = e.id
            WHERE e.company_id = $1 AND e.budget_id = $2 AND t.modification_id IS NOT NULL ORDER BY e.number
            """, [.text(budget.company.text), .text(budget.id.text)]
        ) { row in
            carriers[ID(try row.text(0))] = byID[ID(try row.text(1))]
        }
        return carriers
    }
}
