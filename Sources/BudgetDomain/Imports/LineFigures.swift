/// A row's figures, and the rule by which they make the line's amount.
struct LineFigures {
    var quantity: Quantity?
    var unitCost: UnitCost?
    var amount: Money?
    /// What the Manual Calculation column says; nil when it is blank or missing.
    var isManual: Bool?

    enum Fault: Error, Equatable {
        case amountDiffers(given: Money, computed: Money)
        case amountMissing
        case quantityOrUnitCostMissing
        case tooLarge

        var sentence: String {
            switch self {
            case .amountDiffers(let given, let computed):
                "The amount is \(given.formatted), but quantity × unit cost is \(computed.formatted). "
                    + "If the amount is meant, say Yes under Manual Calculation."
            case .amountMissing:
                "There is no amount, nor both a quantity and a unit cost to compute it from."
            case .quantityOrUnitCostMissing:
                "The row is not calculated manually, but has not both a quantity and a unit cost."
            case .tooLarge:
                "Quantity × unit cost is larger than QuickBooks accepts."
            }
        }
    }

    /// A row with none of the three figures is a line of nothing yet: zero, by hand.
    func amount(in currency: Currency) throws(Fault) -> (amount: Money, isManual: Bool) {
        guard let quantity, let unitCost else {
            guard let amount else {
                guard quantity == nil, unitCost == nil else { throw .amountMissing }
                return (.zero(currency), true)
            }
            guard isManual != false || amount.isZero else { throw .quantityOrUnitCostMissing }
            return (amount, true)
        }
        if isManual == true {
            guard let amount else { throw .amountMissing }
            return (amount, true)
        }
        let computed: Money
        do { computed = try Money.amount(of: quantity, at: unitCost) } catch { throw .tooLarge }
        if let amount, amount != computed { throw .amountDiffers(given: amount, computed: computed) }
        return (computed, false)
    }

    /// Nil when the text is neither yes nor no.
    static func isManual(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y", "true", "1", "x", "manual", "override subtotal manually": true
        case "no", "n", "false", "0", "auto", "automatic", "calculate subtotal automatically": false
        default: nil  // default: any other text
        }
    }
}
