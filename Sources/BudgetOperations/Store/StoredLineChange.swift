import BudgetDomain

/// A change of a line as it stands in `budget_commands.changes`.
struct StoredLineChange: Codable {
    struct Code: Codable {
        var subJob: String?
        var costCode: String
        var text: String
        var type: String
        var segments: String?
    }

    struct Line: Codable {
        var description: String
        var quantity: Int64?
        var unit: String?
        var cost: Int64?
        var amount: Int64
    }

    var id: String
    var code: Code
    var before: Line?
    var after: Line?
    /// Of a deleted line.
    var position: Int64?

    /// - Parameter change: with a line before it or after it.
    init?(_ change: BudgetLineChange, positions: [ID<BudgetLineItem>: Int64]) {
        guard let line = change.line else { return nil }
        position = positions[line.id]
        id = line.id.text
        code = Code(
            subJob: line.code.subJob, costCode: line.code.costCode.text, text: line.code.costCodeText,
            type: line.code.costType, segments: line.code.customSegments)
        before = change.before.map(Line.init)
        after = change.after.map(Line.init)
    }

    func change(in currency: Currency) throws -> BudgetLineChange {
        let code = BudgetCode(
            subJob: code.subJob, costCode: ID(code.costCode), costCodeText: code.text, costType: code.type,
            customSegments: code.segments)
        func line(_ stored: Line?) throws -> BudgetLineItem? {
            guard let stored else { return nil }
            return BudgetLineItem(
                id: ID(id), code: code, description: stored.description,
                calculation: try stored.calculation(in: currency),
                originalAmount: Money(minorUnits: stored.amount, currency: currency))
        }
        return BudgetLineChange(before: try line(before), after: try line(after))
    }
}

extension StoredLineChange.Line {
    init(_ line: BudgetLineItem) {
        description = line.description
        amount = line.originalAmount.minorUnits
        guard case .automatic(let quantity, let unit, let cost) = line.calculation else { return }
        self.quantity = quantity.hundredThousandths
        self.unit = unit
        self.cost = cost.hundredThousandths
    }

    fileprivate func calculation(in currency: Currency) throws -> BudgetLineItem.Calculation {
        guard let quantity, let cost else { return .manual }
        return .automatic(
            quantity: try Quantity(hundredThousandths: quantity), unitOfMeasure: unit ?? "",
            unitCost: try UnitCost(hundredThousandths: cost, currency: currency))
    }
}
