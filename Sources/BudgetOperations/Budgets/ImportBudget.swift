package import BudgetDomain
import SQLDatabase

/// What came of importing a budget file.
package enum BudgetImportOutcome: Hashable, Sendable {
    case imported(BudgetImportSummary)
    /// Nothing was stored. `unlisted` problems beyond the limit were found too.
    case problems([ImportProblem], unlisted: Int)
}

package struct BudgetImportSummary: Hashable, Sendable {
    package let added: Int
    package let changed: Int
    package let unchanged: Int
    package let costCodesAdded: Int
    /// The sum of the file's lines.
    package let total: Money
    package let notes: [ImportNote]

    package init(
        added: Int, changed: Int, unchanged: Int, costCodesAdded: Int, total: Money, notes: [ImportNote]
    ) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.costCodesAdded = costCodesAdded
        self.total = total
        self.notes = notes
    }
}

extension Plumbline {
    /// Imports a budget file: new lines are added, those that are there take the file's amounts, none is deleted. All
    /// of the file is stored, or nothing.
    /// - Parameters:
    ///   - name: what the file is called, for the audit; nil where it has no name.
    ///   - overrides: the headers of columns that would not be recognised, or not rightly.
    ///   - mapping: what somebody chose for each column; nil guesses from the headers and the overrides.
    ///   - addsCostCodes: whether cost codes that the company does not have are added; its setting does too.
    package func importBudget(
        file: [UInt8], named name: String? = nil, overrides: [BudgetColumn: String], mapping: ColumnMapping? = nil,
        addsCostCodes: Bool, into number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetImportOutcome {
        let now = clock.now()
        if let name { try TextLimit.fileName.require(name) }
        let currency = try await importCurrency(of: number, in: companyID, by: personID)
        let lines: [ImportedBudgetLine]
        let notes: [ImportNote]
        switch BudgetFile.read(bytes: file, currency: currency, overrides: overrides, mapping: mapping) {
        case .refused(let problems, let unlisted): return .problems(problems, unlisted: unlisted)
        case .budget(let read, let remarks): (lines, notes) = (read, remarks)
        }
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            var coding = try tx.importCoding(at: place, addsCostCodes: addsCostCodes, randomness)
            let coded = lines.compactMap { coding.code($0) }
            guard coding.problems.isEmpty else { return coding.outcome }
            return try tx.store(coded, ofFile: name, coding: coding, notes: notes, at: place, now: now)
        }
    }
}

extension Transaction {
    fileprivate func store(
        _ lines: [BudgetLineItem], ofFile name: String?, coding: ImportCoding, notes: [ImportNote], at place: Place,
        now: Instant
    ) throws -> BudgetImportOutcome {
        let standing = try standing(of: place.project.id, in: place.company)
        let change = try standing.importing(lines, by: place.person)
        try insert(coding.costCodes.added)
        try insert(change.added, into: standing.budget)
        for line in change.changed { try update(line, of: standing.budget) }
        let summary = BudgetImportSummary(
            added: change.added.count, changed: change.changed.count, unchanged: change.unchanged,
            costCodesAdded: coding.costCodes.added.count,
            total: try Money.sum(lines.map(\.originalAmount), in: place.company.currency), notes: notes)
        let file = name.map { [("file", $0)] } ?? []
        try audit(
            .budgetImported, on: "budget of \(place.project.number)", by: place.actor,
            details: [
                ("added", "\(summary.added)"), ("changed", "\(summary.changed)"),
                ("unchanged", "\(summary.unchanged)"), ("cost codes added", "\(summary.costCodesAdded)"),
                ("total of the file", summary.total.formatted),
            ] + file, in: place.company.id, at: now)
        return .imported(summary)
    }
}
