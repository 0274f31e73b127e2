/// An amount of money: a whole number of minor units (cents) and the currency they are of.
///
/// There is no arithmetic that can trap, wrap, round or mix currencies: what cannot be exact within the limit throws.
package struct Money: Hashable, Sendable {
    package let minorUnits: Int64
    package let currency: Currency

    /// qbXML's AMTTYPE allows thirteen digits before the point and two after it, of either sign.
    package static let limitMinorUnits: Int64 = 999_999_999_999_999

    /// Takes any number of minor units. Arithmetic refuses results beyond the limit, and `init(parsing:currency:)`
    /// text beyond it; where else a figure comes from outside, check `isWithinLimit`.
    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    package static func zero(_ currency: Currency) -> Money {
        Money(minorUnits: 0, currency: currency)
    }

    package var isZero: Bool { minorUnits == 0 }
    package var isNegative: Bool { minorUnits < 0 }
    package var isWithinLimit: Bool { minorUnits.magnitude <= Money.limitMinorUnits.magnitude }

    package static func + (left: Money, right: Money) throws(MoneyFault) -> Money {
        try left.requireSameCurrency(as: right)
        return try Money(exactly: Int128(left.minorUnits) + Int128(right.minorUnits), currency: left.currency)
    }

    package static func - (left: Money, right: Money) throws(MoneyFault) -> Money {
        try left.requireSameCurrency(as: right)
        return try Money(exactly: Int128(left.minorUnits) - Int128(right.minorUnits), currency: left.currency)
    }

    package func negated() throws(MoneyFault) -> Money {
        try Money(exactly: -Int128(minorUnits), currency: currency)
    }

    package func isLess(than other: Money) throws(MoneyFault) -> Bool {
        try requireSameCurrency(as: other)
        return minorUnits < other.minorUnits
    }

    /// The total of `amounts`, zero when there are none. Only the total has to lie within the limit: sums on the way
    /// may exceed it, so that the order of the amounts cannot decide between an answer and a fault.
    package static func sum(_ amounts: some Sequence<Money>, in currency: Currency) throws(MoneyFault) -> Money {
        var total: Int128 = 0
        for amount in amounts {
            guard amount.currency == currency else { throw .currenciesDiffer(currency, amount.currency) }
            total += Int128(amount.minorUnits)
        }
        return try Money(exactly: total, currency: currency)
    }

    /// The amount of that many minor units, or `overflow` beyond the limit.
    init(exactly minorUnits: Int128, currency: Currency) throws(MoneyFault) {
        guard minorUnits.magnitude <= Money.limitMinorUnits.magnitude else { throw .overflow }
        self.init(minorUnits: Int64(minorUnits), currency: currency)
    }

    private func requireSameCurrency(as other: Money) throws(MoneyFault) {
        guard currency == other.currency else { throw .currenciesDiffer(currency, other.currency) }
    }
}
