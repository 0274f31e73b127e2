/// The digits and sign of a number that a person wrote, before it is known how many decimals it may have.
struct WrittenDecimal: Equatable {
    var isNegative = false
    /// ASCII digits before the decimal mark, without thousands marks.
    var whole: [UInt8] = []
    /// ASCII digits after the decimal mark.
    var fraction: [UInt8] = []

    init(reading text: String, mark: DecimalMark, currency: Currency) throws(AmountTextFault) {
        guard text.utf8.count <= AmountText.longestText else { throw .notAnAmount }
        var scalars = text.unicodeScalars[...]
        let signs = try WrittenDecimal.takeSignsAndCurrency(from: &scalars, currency: currency)
        if scalars.isEmpty, signs.isDashAlone { return }

        try WrittenDecimal.refuseForeignNotation(scalars, text: text)
        isNegative = signs.isNegative
        (whole, fraction) = try WrittenDecimal.digits(scalars, mark: mark)
    }

    /// The number in units of 10^-`decimals`. Decimals beyond those have to be zeros: nothing is rounded here.
    func scaled(decimals: Int, limit: Int64) throws(AmountTextFault) -> Int64 {
        guard fraction.dropFirst(decimals).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
            throw .tooManyDecimals(allowed: decimals)
        }
        let kept = Array(fraction.prefix(decimals))
        let padding = repeatElement(UInt8(ascii: "0"), count: decimals - kept.count)
        guard let magnitude = FixedPoint.integer(whole + kept + padding), magnitude <= limit else { throw .tooLarge }
        return isNegative ? -magnitude : magnitude
    }

    private static func refuseForeignNotation(
        _ scalars: Substring.UnicodeScalarView, text: String
    ) throws(AmountTextFault) {
        if scalars.first == "#" { throw .spreadsheetError }
        let isScientific = scalars.contains("e") || scalars.contains("E")
        let isNumeric = scalars.allSatisfy { isDigit($0) || "eE+-.,".unicodeScalars.contains($0) }
        if isScientific, isNumeric, let first = scalars.first, isDigit(first) { throw .scientificNotation }
    }
}

// Digits with their marks.
extension WrittenDecimal {
    private static func digits(
        _ scalars: Substring.UnicodeScalarView, mark: DecimalMark
    ) throws(AmountTextFault) -> (whole: [UInt8], fraction: [UInt8]) {
        let parts = scalars.split(separator: mark.character, omittingEmptySubsequences: false)
        // A second decimal mark can only be a thousands mark of the other convention, or a slip.
        guard parts.count <= 2 else { throw isDigitsAndMarks(scalars) ? .wrongGrouping : .notAnAmount }
        let fraction = parts.count == 2 ? parts[1] : Substring.UnicodeScalarView()
        guard fraction.allSatisfy(isDigit) else { throw isDigitsAndMarks(scalars) ? .wrongGrouping : .notAnAmount }
        guard parts.count == 1 || !fraction.isEmpty, !parts[0].isEmpty || !fraction.isEmpty else { throw .notAnAmount }
        return (try ungrouped(parts[0], mark: mark), ascii(fraction))
    }

    /// Digits alone, or one to three digits and then groups of three, all parted by the same mark.
    private static func ungrouped(
        _ whole: Substring.UnicodeScalarView, mark: DecimalMark
    ) throws(AmountTextFault) -> [UInt8] {
        guard let separator = whole.first(where: { !isDigit($0) }) else { return ascii(whole) }
        guard separator == mark.other.character || separator == "'" || separator == "’" || isSpace(separator),
            isDigitsAndMarks(whole)
        else { throw .notAnAmount }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), first.first != "0",
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.allSatisfy({ $0.allSatisfy(isDigit) })
        else { throw .wrongGrouping }
        return groups.flatMap(ascii)
    }

    static func isDigitsAndMarks(_ scalars: Substring.UnicodeScalarView) -> Bool {
        scalars.allSatisfy { isDigit($0) || isSpace($0) || ".,'’".unicodeScalars.contains($0) }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    private static func ascii(_ digits: Substring.UnicodeScalarView) -> [UInt8] {
        digits.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// Spaces that spreadsheets and typists put around and into figures, the unbreakable ones included.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{2009}" || scalar == "\u{202F}"
    }
}
