extension Money {
    /// Quantity × unit cost: what estimators call the extension.
    ///
    /// Money is rounded only here and where a sum that somebody typed is worked out: the exact result is rounded once,
    /// half away from zero, so that 0.005 becomes 0.01 and -0.005 becomes -0.01.
    package static func amount(of quantity: Quantity, at unitCost: UnitCost) throws(MoneyFault) -> Money {
        let product = Int128(quantity.hundredThousandths) * Int128(unitCost.hundredThousandths)
        let decimals = Quantity.decimals + UnitCost.decimals - unitCost.currency.minorUnitDigits
        let minorUnits = product.dividedRoundingHalfAwayFromZero(byPowerOfTen: decimals)
        return try Money(exactly: minorUnits, currency: unitCost.currency)
    }
}

extension Int128 {
    func dividedRoundingHalfAwayFromZero(byPowerOfTen exponent: Int) -> Int128 {
        let divisor = (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
        return quotient + signum()
    }
}
