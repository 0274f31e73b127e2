package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Edits lines of a budget: cells, new lines and deleted ones, in one transaction and as one step of the person.
    package func editBudget(
        _ edit: BudgetEdit, of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetEditReport {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            var decision = try BudgetEditDecision(edit, at: place, in: tx, randomness: randomness)
            let before = try tx.version(of: decision.standing.budget.id, at: place)
            decision.decide()
            guard decision.isToBeStored else {
                return try decision.report(nil, asItWas: true, at: place, in: tx, since: before)
            }
            let changes = decision.editing.changes
            let command = try tx.storeCommand(
                BudgetCommand.label(of: changes, by: edit.source), changes, of: decision.standing.budget,
                by: place.person,
                id: randomness.id(), at: now)
            try tx.store(changes, of: decision.standing.budget, step: command, at: place, now: now)
            return try decision.report(command, at: place, in: tx, since: before)
        }
    }

    /// What would come of an edit: the report before a paste is taken. Nothing is stored.
    package func previewEdit(
        _ edit: BudgetEdit, of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetEditReport {
        try await database.read(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            var decision = try BudgetEditDecision(edit, at: place, in: tx, randomness: randomness)
            decision.decide()
            let version = try tx.version(of: decision.standing.budget.id, at: place)
            return try decision.report(nil, at: place, in: tx, since: version)
        }
    }
}

/// Decides on the rows of an edit, one after the other.
private struct BudgetEditDecision {
    let standing: BudgetStanding
    private(set) var editing: BudgetEditing
    private(set) var outcomes: [BudgetEditReport.Outcome] = []
    private let edit: BudgetEdit
    private let costCodes: CostCodeList
    private let costTypes: CostTypeIndex
    private let randomness: Randomness
    private let person: Person

    init(_ edit: BudgetEdit, at place: Place, in tx: Transaction, randomness: Randomness) throws {
        guard edit.rows.count <= BudgetEdit.mostRows else { throw Refused(.tooManyEdits(most: BudgetEdit.mostRows)) }
        try place.person.require(.viewBudget)
        let company = place.company
        let adds = edit.rows.contains { $0.target == .newLine }
        self.edit = edit
        self.randomness = randomness
        person = place.person
        standing = try tx.standing(of: place.project.id, in: company)
        editing = BudgetEditing(standing, by: place.person)
        costCodes = CostCodeList(adds ? try tx.costCodes(of: company.id) : [], of: company.id, randomness: randomness)
        costTypes = CostTypeIndex(adds ? try tx.costTypes(of: company.id) : [])
    }

    var isToBeStored: Bool {
        guard !editing.changes.isEmpty else { return false }
        switch edit.rule {
        case .whatIsAccepted: return true
        case .allOrNothing:
            return outcomes.allSatisfy { outcome in
                if case .refused = outcome { false } else { true }
            }
        }
    }

    /// - Parameter asItWas: whether nothing is stored, and the lines are told as they were before.
    func report(
        _ command: BudgetCommand?, asItWas: Bool = false, at place: Place, in tx: Transaction,
        since before: BudgetVersion
    ) throws -> BudgetEditReport {
        BudgetEditReport(
            rows: outcomes, command: command,
            afterwards: try tx.afterwards(
                of: asItWas ? BudgetEditing(standing, by: person) : editing,
                touched: edit.rows.compactMap(\.target.line), on: standing.budget.id, at: place,
                since: before))
    }

    mutating func decide() {
        for row in edit.rows { outcomes.append(outcome(of: row)) }
    }

    private mutating func outcome(of row: BudgetRowEdit) -> BudgetEditReport.Outcome {
        let before = editing.changes.count
        do throws(Refused) {
            switch row.target {
            case .line(let id): try editing.type(row.cells, on: id, seen: row.seen)
            case .newLine: try add(row)
            case .deletion(let id): try editing.delete(id)
            }
        } catch {
            return .refused(error.refusals)
        }
        guard editing.changes.count > before, let change = editing.changes.last else { return .unchanged }
        return .changed(change)
    }

    private mutating func add(_ row: BudgetRowEdit) throws(Refused) {
        let (codeText, typeText) = (row.cells[.costCode] ?? "", row.cells[.costType] ?? "")
        guard let code = costCodes[codeText] else { throw Refused(.noSuchCostCode(codeText)) }
        guard let type = costTypes[typeText] else { throw Refused(.noSuchCostType(typeText)) }
        var typed = row.cells
        if typed[.description]?.isEmpty == true { typed[.description] = nil }
        let line = BudgetLineItem(
            id: randomness.id(),
            code: BudgetCode(costCode: code.id, costCodeText: code.code, costType: type.code),
            description: "\(code.title).\(type.name)", calculation: .manual,
            originalAmount: .zero(standing.budget.currency))
        _ = try editing.add(line, typed: typed)
    }
}
