/// A sum that somebody types where a figure belongs: `=1200*1.08`, `=(3+4)*12.50`, `=2,400/3+8%`. Numbers are exact
/// decimals, and the result is rounded once, when it is known what it stands for.
struct Arithmetic {
    /// Longer texts are refused unread.
    static let longestText = 200
    /// Parentheses and signs within each other.
    private static let deepest = 32

    private var rest: Substring.UnicodeScalarView
    private let currency: Currency
    private var depth = 0

    /// Whether the text is a sum to work out.
    static func isMeant(by text: String) -> Bool { text.unicodeScalars.first { $0 != " " } == "=" }

    /// - Parameter text: with the equals sign in front.
    static func result(of text: String, currency: Currency) throws(AmountTextFault) -> Fraction {
        guard text.utf8.count <= longestText else { throw .notArithmetic }
        var reading = Arithmetic(text, currency: currency)
        let result = try reading.sum()
        guard reading.rest.isEmpty else { throw .notArithmetic }
        return result
    }

    private init(_ text: String, currency: Currency) {
        let scalars = String.UnicodeScalarView(text.unicodeScalars.filter { !WrittenDecimal.isSpace($0) })
        rest = scalars.dropFirst()
        self.currency = currency
    }

    private mutating func sum() throws(AmountTextFault) -> Fraction {
        var result = try product()
        while let sign = take(anyOf: "+-") {
            let next = try product()
            result = sign == "+" ? try result + next : try result - next
        }
        return result
    }

    private mutating func product() throws(AmountTextFault) -> Fraction {
        var result = try factor()
        while let sign = take(anyOf: "*/×÷") {
            let next = try factor()
            result = sign == "*" || sign == "×" ? try result * next : try result / next
        }
        return result
    }

    private mutating func factor() throws(AmountTextFault) -> Fraction {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .notArithmetic }
        if let sign = take(anyOf: "+-") { return sign == "-" ? try factor().negated() : try factor() }
        var result: Fraction
        if take(anyOf: "(") != nil {
            result = try sum()
            guard take(anyOf: ")") != nil else { throw .notArithmetic }
        } else {
            result = try number()
        }
        while take(anyOf: "%") != nil { result = try result / .hundred }
        return result
    }

    private mutating func number() throws(AmountTextFault) -> Fraction {
        let length = rest.prefix { WrittenDecimal.isDigit($0) || $0 == "." || $0 == "," }.count
        guard length > 0 else { throw .notArithmetic }
        let text = String(rest.prefix(length))
        rest.removeFirst(length)
        return try WrittenDecimal(reading: text, mark: .point, currency: currency).exact()
    }

    private mutating func take(anyOf signs: String) -> Unicode.Scalar? {
        guard let first = rest.first, signs.unicodeScalars.contains(first) else { return nil }
        rest.removeFirst()
        return first
    }
}

extension WrittenDecimal {
    /// The number as it is written.
    fileprivate func exact() throws(AmountTextFault) -> Fraction {
        guard fraction.count <= 18, let number = FixedPoint.integer(whole + fraction) else { throw .tooLarge }
        return try Fraction(isNegative ? -number : number, decimals: fraction.count)
    }
}
