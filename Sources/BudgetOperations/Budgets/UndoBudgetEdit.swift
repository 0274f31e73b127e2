package import BudgetDomain
import SQLDatabase

/// What a person can undo and redo on a budget now.
package struct BudgetSteps: Hashable, Sendable {
    package let undo: BudgetStep?
    package let redo: BudgetStep?

    package init(undo: BudgetStep?, redo: BudgetStep?) {
        self.undo = undo
        self.redo = redo
    }
}

package struct BudgetStep: Hashable, Sendable {
    package let at: Instant
    package let label: String
}

/// A step that was undone or redone.
package struct BudgetStepReport: Hashable, Sendable {
    package let label: String
    /// What that made of the lines.
    package let changes: [BudgetLineChange]
    package let afterwards: BudgetAfterwards
}

extension Plumbline {
    /// The person's latest step on the budget that is in force, and the one undone before.
    package func budgetSteps(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetSteps {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            return try tx.steps(on: try tx.budgetID(of: place.project.id, in: companyID), of: place)
        }
    }

    /// Takes back the person's latest step: all of it, or nothing where a value has changed since.
    package func undoBudgetEdit(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetStepReport {
        try await takeStep(isUndo: true, on: number, in: companyID, by: personID)
    }

    /// Does again what the person undid last.
    package func redoBudgetEdit(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetStepReport {
        try await takeStep(isUndo: false, on: number, in: companyID, by: personID)
    }

    private func takeStep(
        isUndo: Bool, on number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetStepReport {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let budget = standing.budget
            let before = try tx.version(of: budget.id, at: place)
            guard let command = try tx.command(isUndone: !isUndo, on: budget.id, of: place) else {
                throw Refused(isUndo ? .nothingToUndo : .nothingToRedo)
            }
            var editing = BudgetEditing(standing, by: place.person)
            if isUndo {
                try editing.undo(command.changes, of: command.label)
            } else {
                try editing.redo(command.changes, of: command.label)
            }
            try tx.store(editing.changes, of: budget, step: command, isUndo: isUndo, at: place, now: now)
            try tx.setCommand(command.id, of: companyID, isUndone: isUndo)
            return BudgetStepReport(
                label: command.label, changes: editing.changes,
                afterwards: try tx.afterwards(of: editing, on: budget.id, at: place, since: before))
        }
    }
}
