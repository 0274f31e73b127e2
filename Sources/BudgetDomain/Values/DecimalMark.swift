/// Which mark stands before the decimals in a file; the other one groups thousands.
package enum DecimalMark: Hashable, Sendable, CaseIterable {
    /// `1,234.50`
    case point
    /// `1.234,50`
    case comma

    var character: Unicode.Scalar {
        switch self {
        case .point: "."
        case .comma: ","
        }
    }

    var other: DecimalMark {
        switch self {
        case .point: .comma
        case .comma: .point
        }
    }

    /// The mark that the text can only have been written with; nil when it reads the same with both, means different
    /// numbers with each, or is no number with either.
    package static func evident(in text: String, currency: Currency) -> DecimalMark? {
        let readable = DecimalMark.allCases.filter { mark in
            (try? WrittenDecimal(reading: text, mark: mark, currency: currency)) != nil
        }
        return readable.count == 1 ? readable[0] : nil
    }
}
