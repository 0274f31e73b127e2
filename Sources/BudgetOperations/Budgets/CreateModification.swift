package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Moves money between two lines of a locked budget, or with no From line changes its grand total.
    /// - Parameters:
    ///   - from: the budget code that gives; nil for a one-sided modification.
    ///   - to: the budget code that receives.
    package func createModification(
        from: String?, to: String, amount: Money, notes: String, of number: String, in companyID: ID<Company>,
        by personID: ID<Person>
    ) async throws -> BudgetModification {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let budget = standing.budget
            let modification = BudgetModification(
                id: randomness.id(), number: (budget.modifications.last?.number ?? 0) + 1,
                from: try from.map { try budget.line($0).id }, to: try budget.line(to).id, amount: amount,
                notes: notes)
            _ = try standing.modifying(modification, by: place.person)
            try tx.insert(modification, into: budget, by: place.person, at: now)
            try tx.audit(
                .modificationCreated, on: "budget of \(number)", by: place.actor,
                details: [
                    ("modification", "\(modification.number)"), ("from", from ?? "none"), ("to", to),
                    ("amount", amount.formatted),
                ], in: companyID, at: now)
            return modification
        }
    }
}

extension Transaction {
    func insert(
        _ modification: BudgetModification, into budget: Budget, by person: Person, at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO budget_modifications
                (company_id, id, budget_id, number, from_line_id, to_line_id, amount, notes, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .text(budget.company.text), .text(modification.id.text), .text(budget.id.text),
                SQLValue(modification.number), SQLValue(modification.from?.text), .text(modification.to.text),
                .integer(modification.amount.minorUnits), .text(modification.notes), .text(person.id.text),
                .integer(now.microsecondsSince1970),
            ])
    }
}
