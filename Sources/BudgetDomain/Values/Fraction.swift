/// An exact fraction, in lowest terms with a positive denominator. What does not fit in 128 bits is a fault.
struct Fraction: Hashable, Sendable {
    private let numerator: Int128
    private let denominator: Int128

    static let hundred = Fraction(100)

    init(_ number: Int64) {
        (numerator, denominator) = (Int128(number), 1)
    }

    /// `numerator` counts 10^-`decimals`, of which there are at most 18.
    init(_ numerator: Int64, decimals: Int) throws(AmountTextFault) {
        try self.init(Int128(numerator), over: (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 })
    }

    private init(_ numerator: Int128, over denominator: Int128) throws(AmountTextFault) {
        guard denominator != 0 else { throw .dividesByZero }
        guard numerator != .min, denominator != .min else { throw .tooLarge }
        let divisor = Self.greatestDivisor(numerator, denominator) * denominator.signum()
        (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
    }

    static func + (left: Fraction, right: Fraction) throws(AmountTextFault) -> Fraction {
        let sum = try product(left.numerator, right.denominator)
            .addingReportingOverflow(product(right.numerator, left.denominator))
        guard !sum.overflow else { throw .tooLarge }
        return try Fraction(sum.partialValue, over: product(left.denominator, right.denominator))
    }

    static func - (left: Fraction, right: Fraction) throws(AmountTextFault) -> Fraction {
        try left + right.negated()
    }

    static func * (left: Fraction, right: Fraction) throws(AmountTextFault) -> Fraction {
        try Fraction(
            product(left.numerator, right.numerator), over: product(left.denominator, right.denominator))
    }

    static func / (left: Fraction, right: Fraction) throws(AmountTextFault) -> Fraction {
        try Fraction(
            product(left.numerator, right.denominator), over: product(left.denominator, right.numerator))
    }

    func negated() throws(AmountTextFault) -> Fraction { try Fraction(-numerator, over: denominator) }

    /// The fraction in units of 10^-`decimals`, rounded once, half away from zero.
    func rounded(decimals: Int, limit: Int64) throws(AmountTextFault) -> Int64 {
        let power = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
        let (quotient, remainder) = try Self.product(numerator, power).quotientAndRemainder(dividingBy: denominator)
        let isUp = remainder.magnitude >= denominator.magnitude - remainder.magnitude
        let rounded = isUp ? quotient + numerator.signum() : quotient
        guard rounded.magnitude <= UInt128(limit) else { throw .tooLarge }
        return Int64(rounded)
    }

    private static func product(_ left: Int128, _ right: Int128) throws(AmountTextFault) -> Int128 {
        let (product, isTooLarge) = left.multipliedReportingOverflow(by: right)
        guard !isTooLarge else { throw .tooLarge }
        return product
    }

    private static func greatestDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger < 0 ? -larger : larger
    }
}
