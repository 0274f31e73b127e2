/// What the lines above add up to, against which a totals row is checked.
struct RunningTotals {
    /// Exact even beyond the limit of money.
    private var all: Int128 = 0
    private var section: Int128 = 0
    private var hasLines = false
    /// False once a line could not be read, since then no total can tie.
    var isReliable = true

    mutating func add(_ amount: Money) {
        all += Int128(amount.minorUnits)
        section += Int128(amount.minorUnits)
        hasLines = true
    }

    /// True for the sum of all lines above, and for that of the lines since the last totals row.
    func ties(with stated: Money) -> Bool {
        let minorUnits = Int128(stated.minorUnits)
        return hasLines && (minorUnits == all || minorUnits == section)
    }

    mutating func endSection() {
        section = 0
    }

    var isWithinLimit: Bool { all.magnitude <= Money.limitMinorUnits.magnitude }

    /// Nil beyond the limit of money.
    func sum(in currency: Currency) -> Money? {
        try? Money(exactly: all, currency: currency)
    }
}
