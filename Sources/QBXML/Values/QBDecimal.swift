/// A unit price: qbXML's PRICETYPE, exact to five decimals.
package struct QBPrice: Sendable, Hashable, WireDecimal {
    package let hundredThousandths: Int64
    static let fewestDecimals = 2
    init(unchecked hundredThousandths: Int64) { self.hundredThousandths = hundredThousandths }
}

/// A quantity: qbXML's QUANTYPE, exact to five decimals.
package struct QBQuantity: Sendable, Hashable, WireDecimal {
    package let hundredThousandths: Int64
    static let fewestDecimals = 0
    init(unchecked hundredThousandths: Int64) { self.hundredThousandths = hundredThousandths }
}

/// A percentage: qbXML's PERCENTTYPE, exact to five decimals. 10 means ten per cent.
package struct QBPercent: Sendable, Hashable, WireDecimal {
    package let hundredThousandths: Int64
    static let fewestDecimals = 0
    init(unchecked hundredThousandths: Int64) { self.hundredThousandths = hundredThousandths }
}

extension QBPrice {
    package init?(hundredThousandths: Int64) { self.init(checking: hundredThousandths) }

    /// The price that makes one unit cost `amount`; nil where the price format has fewer digits than the amount.
    package init?(_ amount: QBAmount) {
        let (scaled, overflows) = amount.cents.multipliedReportingOverflow(by: 1_000)
        guard !overflows else { return nil }
        self.init(checking: scaled)
    }
}

extension QBQuantity {
    package init?(hundredThousandths: Int64) { self.init(checking: hundredThousandths) }
    package static let one = QBQuantity(unchecked: 100_000)
}

extension QBPercent {
    package init?(hundredThousandths: Int64) { self.init(checking: hundredThousandths) }
}

/// Ten digits and up to five decimals, held as an integer of hundred-thousandths.
protocol WireDecimal: WireScalar, CustomStringConvertible {
    static var fewestDecimals: Int { get }
    var hundredThousandths: Int64 { get }
    init(unchecked hundredThousandths: Int64)
}

extension WireDecimal {
    init?(checking hundredThousandths: Int64) {
        let largest: Int64 = 999_999_999_999_999
        guard hundredThousandths >= -largest, hundredThousandths <= largest else { return nil }
        self.init(unchecked: hundredThousandths)
    }

    init?(wire: UnsafeBufferPointer<UInt8>) {
        guard let number = DecimalText.scaled(wire, wholeDigits: 10, decimals: 5, fewerDecimalsAllowed: true)
        else { return nil }
        self.init(unchecked: number)
    }

    package var wire: String { DecimalText.text(hundredThousandths, decimals: 5, atLeast: Self.fewestDecimals) }
    package var description: String { wire }
}
