package import BudgetDomain
import SQLDatabase

/// What an import would do, or every reason why it would do nothing.
package struct BudgetImportPreview: Hashable, Sendable {
    /// Nil when the file is no text of columns.
    package let layout: BudgetFileLayout?
    package let outcome: Outcome

    package enum Outcome: Hashable, Sendable {
        /// `unlisted` problems beyond the limit were found too.
        case problems([ImportProblem], unlisted: Int)
        case ready(ReadyImport)
    }
}

/// An import that would be done whole.
package struct ReadyImport: Hashable, Sendable {
    package let lines: [Line]
    /// The cost codes that it would add to the company.
    package let newCostCodes: [String]
    /// The sum of the file's lines.
    package let total: Money
    package let notes: [ImportNote]

    package struct Line: Hashable, Sendable {
        package let line: BudgetLineItem
        package let fate: Fate
        /// What the file says of the line that would not be stored; nil where all of it would.
        package let unkept: UnkeptFigures?
    }

    package enum Fate: Hashable, Sendable {
        case added
        /// The line is on the budget with this amount.
        case changed(from: Money)
        case unchanged
    }

    package init(
        _ lines: [(item: BudgetLineItem, unkept: UnkeptFigures?)], change: BudgetImportChange, on budget: Budget,
        newCostCodes: [String], notes: [ImportNote]
    ) throws(MoneyFault) {
        let present = Dictionary(budget.lines.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = Set(change.changed.map(\.code))
        self.lines = lines.map { line, unkept in
            guard let old = present[line.code] else { return Line(line: line, fate: .added, unkept: unkept) }
            return Line(
                line: line, fate: changed.contains(line.code) ? .changed(from: old.originalAmount) : .unchanged,
                unkept: unkept)
        }
        self.newCostCodes = newCostCodes
        self.notes = notes
        total = try Money.sum(lines.map { $0.item.originalAmount }, in: budget.currency)
    }
}

extension Plumbline {
    /// What importing the file would do, decided as the import itself decides, with nothing stored.
    /// - Parameter mapping: what somebody chose for each column; nil guesses from the headers.
    package func previewBudgetImport(
        file: [UInt8], mapping: ColumnMapping?, addsCostCodes: Bool, into number: String, in companyID: ID<Company>,
        by personID: ID<Person>
    ) async throws -> BudgetImportPreview {
        let currency = try await importCurrency(of: number, in: companyID, by: personID)
        let layout = BudgetFile.layout(of: file, mapping: mapping)
        let reading = BudgetFile.readWhatIsRight(bytes: file, currency: currency, mapping: mapping)
        return try await database.read(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            var coding = try tx.importCoding(at: place, addsCostCodes: addsCostCodes, randomness)
            let coded = reading.lines.compactMap { line in
                coding.code(line).map { item in (item: item, unkept: UnkeptFigures(line)) }
            }
            let problems = (reading.problems + coding.problems).enumerated()
                .sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }.map(\.element)
            let unlisted = reading.unlisted + coding.unlisted
            guard problems.isEmpty, unlisted == 0 else {
                return BudgetImportPreview(layout: layout, outcome: .problems(problems, unlisted: unlisted))
            }
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let ready = try ReadyImport(
                coded, change: try standing.importing(coded.map { $0.item }, by: place.person), on: standing.budget,
                newCostCodes: coding.costCodes.added.map(\.code), notes: reading.notes)
            return BudgetImportPreview(layout: layout, outcome: .ready(ready))
        }
    }

    /// The currency of the budget, once it is clear that the person may import into it now.
    func importCurrency(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Currency {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.importBudget)
            try tx.standing(of: place.project.id, in: place.company).restrictions.require(.importBudget)
            return place.company.currency
        }
    }
}

extension Transaction {
    func importCoding(
        at place: Place, addsCostCodes: Bool, _ randomness: Randomness
    ) throws -> ImportCoding {
        let company = place.company
        return ImportCoding(
            costCodes: CostCodeList(try costCodes(of: company.id), of: company.id, randomness: randomness),
            costTypes: CostTypeIndex(try costTypes(of: company.id)),
            addsCostCodes: addsCostCodes || company.settings.addsCostCodesOnImport, randomness: randomness)
    }
}
