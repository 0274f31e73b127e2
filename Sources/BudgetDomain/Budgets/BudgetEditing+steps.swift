extension BudgetEditing {
    /// Takes back what a step did, last things first.
    ///
    /// - Parameter label: the step's name, for the refusal.
    package mutating func undo(_ changes: [BudgetLineChange], of label: String) throws(Refused) {
        for change in changes.reversed() { try apply(change.reversed, of: label) }
    }

    /// Does once more what a step did.
    package mutating func redo(_ changes: [BudgetLineChange], of label: String) throws(Refused) {
        for change in changes { try apply(change, of: label) }
    }

    /// Makes the change, if what it changes is still as it was. What it leaves alone may have changed.
    private mutating func apply(_ change: BudgetLineChange, of label: String) throws(Refused) {
        switch (change.before, change.after) {
        case (nil, nil): break
        case (nil, let after?): try add(after)
        case (let before?, nil):
            let now = try line(of: before, in: label)
            if let cell = BudgetCell.allCases.first(where: { $0.text(of: now) != $0.text(of: before) }) {
                throw changed(cell, to: now, in: label)
            }
            try delete(before.id)
        case (let before?, let after?):
            var now = try line(of: before, in: label)
            if before.description != after.description {
                guard now.description == before.description else { throw changed(.description, to: now, in: label) }
                now.description = after.description
            }
            if before.calculation != after.calculation || before.originalAmount != after.originalAmount {
                let figures: [BudgetCell] = [.quantity, .unitOfMeasure, .unitCost, .amount]
                if let cell = figures.first(where: { $0.text(of: now) != $0.text(of: before) }) {
                    throw changed(cell, to: now, in: label)
                }
                now.calculation = after.calculation
                now.originalAmount = after.originalAmount
            }
            try set(now)
        }
    }

    private func line(of before: BudgetLineItem, in label: String) throws(Refused) -> BudgetLineItem {
        do { return try line(before.id) } catch {
            throw Refused(
                .stepIsOvertaken(step: label, reason: "\(before.code.description) has been deleted since"))
        }
    }

    private func changed(_ cell: BudgetCell, to now: BudgetLineItem, in label: String) -> Refused {
        let text = cell.text(of: now)
        let value = text.isEmpty ? "empty" : "“\(text)”"
        return Refused(
            .stepIsOvertaken(
                step: label, reason: "\(cell.title) of \(now.code.description) was changed since and is now \(value)"))
    }
}
