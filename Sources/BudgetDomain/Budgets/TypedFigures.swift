/// The figures of one line: those that it has, with those that somebody typed over them.
struct TypedFigures {
    private let line: BudgetLineItem
    private let typed: [BudgetCell: String]
    private let quantity: Quantity?
    private let unit: String
    private let cost: UnitCost?
    private let typedAmount: Money?

    private var currency: Currency { line.originalAmount.currency }

    init(_ typed: [BudgetCell: String], over line: BudgetLineItem) throws(Refused) {
        self.line = line
        self.typed = typed
        var (oldQuantity, oldUnit, oldCost): (Quantity?, String, UnitCost?) = (nil, "", nil)
        if case .automatic(let quantity, let unit, let cost) = line.calculation {
            (oldQuantity, oldUnit, oldCost) = (quantity, unit, cost)
        }
        let currency = line.originalAmount.currency
        unit = typed[.unitOfMeasure] ?? oldUnit
        try PlainText.require(unit, as: "The unit of measure", longest: BudgetLineItem.longestUnitOfMeasure)
        quantity = try Self.read(.quantity, in: typed, TypedFigure.quantity, currency, orElse: oldQuantity)
        cost = try Self.read(.unitCost, in: typed, TypedFigure.unitCost, currency, orElse: oldCost)
        let amount = try Self.read(.amount, in: typed, TypedFigure.money, currency, orElse: nil)
        typedAmount = amount ?? (typed[.amount] == nil ? nil : .zero(currency))
    }

    private static func read<Figure>(
        _ cell: BudgetCell, in typed: [BudgetCell: String],
        _ reader: (String, Currency) throws(AmountTextFault) -> Figure?, _ currency: Currency, orElse old: Figure?
    ) throws(Refused) -> Figure? {
        guard let text = typed[cell] else { return old }
        do { return try reader(text, currency) } catch {
            throw TypedFigure.unreadable(text, under: cell.title, error)
        }
    }

    func result() throws(Refused) -> (BudgetLineItem.Calculation, Money) {
        let amount = typedAmount ?? line.originalAmount
        switch (quantity, cost) {
        case (let quantity?, let cost?): return try product(quantity, cost)
        case (let quantity?, nil) where line.calculation == .manual:
            return try completed(quantity, share(of: amount, quantity.hundredThousandths, as: Self.unitCost), amount)
        case (nil, let cost?) where line.calculation == .manual:
            return try completed(share(of: amount, cost.hundredThousandths, as: Self.quantity), cost, amount)
        case (nil, nil) where !(typed[.unitOfMeasure] ?? "").isEmpty:
            throw disagreeing("A unit of measure needs a quantity and a unit cost.")
        case (nil, _), (_, nil):
            return (.manual, amount)
        }
    }

    /// Quantity × unit cost, unless only an amount was typed that is another one.
    private func product(
        _ quantity: Quantity, _ cost: UnitCost
    ) throws(Refused) -> (BudgetLineItem.Calculation, Money) {
        let computed: Money
        do { computed = try Money.amount(of: quantity, at: cost) } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
        guard let typedAmount, typedAmount != computed else {
            return (.automatic(quantity: quantity, unitOfMeasure: unit, unitCost: cost), computed)
        }
        guard typed[.quantity] == nil, typed[.unitCost] == nil else {
            throw disagreeing(
                "The amount is \(typedAmount.formatted), but quantity × unit cost is \(computed.formatted).")
        }
        return (.manual, typedAmount)
    }

    /// The pair, if it makes the amount that is there.
    private func completed(
        _ quantity: Quantity?, _ cost: UnitCost?, _ amount: Money
    ) throws(Refused) -> (BudgetLineItem.Calculation, Money) {
        guard let quantity, let cost, let product = try? Money.amount(of: quantity, at: cost), product == amount else {
            let given = typed[.quantity] == nil ? "unit cost" : "quantity"
            throw disagreeing("With this \(given) alone the amount would no longer be \(amount.formatted).")
        }
        return (.automatic(quantity: quantity, unitOfMeasure: unit, unitCost: cost), amount)
    }

    /// What makes the amount together with a figure of five decimals; nil where nothing does.
    private func share<Figure>(
        of amount: Money, _ hundredThousandths: Int64,
        as figure: (Int64, Currency) throws(MoneyFault) -> Figure
    ) -> Figure? {
        guard !amount.isZero else { return try? figure(0, currency) }
        guard let whole = try? Fraction(amount.minorUnits, decimals: currency.minorUnitDigits),
            let part = try? Fraction(hundredThousandths, decimals: Quantity.decimals),
            let number = try? (whole / part).rounded(
                decimals: Quantity.decimals, limit: Quantity.limitHundredThousandths)
        else { return nil }
        return try? figure(number, currency)
    }

    private static func unitCost(_ number: Int64, _ currency: Currency) throws(MoneyFault) -> UnitCost {
        try UnitCost(hundredThousandths: number, currency: currency)
    }

    private static func quantity(_ number: Int64, _: Currency) throws(MoneyFault) -> Quantity {
        try Quantity(hundredThousandths: number)
    }

    private func disagreeing(_ reason: String) -> Refused {
        Refused(.figuresDisagree(code: line.code.description, reason: reason))
    }
}
