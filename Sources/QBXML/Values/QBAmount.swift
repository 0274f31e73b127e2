/// An amount of money in cents, as qbXML's AMTTYPE: up to 13 digits, then none or exactly two decimals.
package struct QBAmount: Sendable, Hashable, Comparable {
    /// 13 digits and two decimals.
    package static let largestCents: Int64 = 999_999_999_999_999
    package let cents: Int64

    /// Nil if the amount has more digits than the format holds.
    package init?(cents: Int64) {
        guard cents >= -Self.largestCents, cents <= Self.largestCents else { return nil }
        self.cents = cents
    }

    package static let zero = QBAmount(unchecked: 0)

    private init(unchecked cents: Int64) { self.cents = cents }

    package static func < (left: QBAmount, right: QBAmount) -> Bool { left.cents < right.cents }
}

extension QBAmount: WireScalar {
    init?(wire: UnsafeBufferPointer<UInt8>) {
        guard
            let number = DecimalText.scaled(wire, wholeDigits: 13, decimals: 2, fewerDecimalsAllowed: false)
        else { return nil }
        self.init(unchecked: number)
    }

    /// Always with two decimals, because QuickBooks refuses one.
    package var wire: String { DecimalText.text(cents, decimals: 2, atLeast: 2) }
}

extension QBAmount: CustomStringConvertible {
    package var description: String { wire }
}
