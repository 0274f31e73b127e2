import ArgumentParser
import BudgetDomain
import BudgetOperations

/// How a line's original amount is given: as it is, or as quantity × unit cost.
struct LineAmountOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "The amount itself, for example 1,234.50 or -200.")
    var amount: String?

    @Option(parsing: .unconditional, help: "How many units; the amount is quantity × unit cost.")
    var quantity: String?

    @Option(help: ArgumentHelp("What one unit is, for example m3 or hours.", valueName: "measure"))
    var unit: String = ""

    @Option(parsing: .unconditional, help: "What one unit costs.")
    var unitCost: String?

    func validate() throws {
        switch (amount, quantity, unitCost) {
        case (.some, nil, nil), (nil, .some, .some): break
        case (.some, _, _): throw ValidationError("Give --amount, or --quantity with --unit-cost, not both.")
        case (nil, _, _): throw ValidationError("Give --amount, or --quantity together with --unit-cost.")
        }
    }

    func lineAmount(in currency: Currency) throws -> LineAmount {
        if let amount { return .manual(try WrittenFigures.money(amount, option: "--amount", in: currency)) }
        let quantity = try WrittenFigures.quantity(quantity ?? "", in: currency)
        return .automatic(quantity, unitOfMeasure: unit, try WrittenFigures.unitCost(unitCost ?? "", in: currency))
    }
}
