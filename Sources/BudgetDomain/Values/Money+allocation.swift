extension Money {
    /// Shares the amount in proportion to `weights`, one share for each, by the method of the largest remainder:
    /// the shares add up to the amount, and each is within one minor unit of its exact proportion. Equal remainders
    /// favour the earlier weight.
    package func allocated(over weights: [Int64]) throws(MoneyFault) -> [Money] {
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0, weights.allSatisfy({ $0 >= 0 }) else { throw .nothingToShareOver }

        let magnitude = Int128(minorUnits.magnitude)
        let proportions = weights.map { (magnitude * Int128($0)).quotientAndRemainder(dividingBy: total) }
        var shares = proportions.map(\.quotient)
        let unshared = Int(magnitude - shares.reduce(0, +))
        let byRemainder = weights.indices.sorted {
            (proportions[$1].remainder, $0) < (proportions[$0].remainder, $1)
        }
        for index in byRemainder.prefix(unshared) { shares[index] += 1 }

        var result: [Money] = []
        result.reserveCapacity(shares.count)
        for share in shares {
            result.append(try Money(exactly: isNegative ? -share : share, currency: currency))
        }
        return result
    }
}
