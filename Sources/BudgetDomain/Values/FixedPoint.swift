/// Text of whole numbers that count a decimal fraction: minor units, hundred-thousandths.
///
/// One form only is read and written (`-1234.50`), so that text on the wire and in files is exact and stable.
/// What people type is read by `AmountText`.
enum FixedPoint {
    /// The longest text of a 64-bit number with sign and point; longer text is refused unread.
    static let longestText = 21

    /// `value` counts 10^-`decimals`. Trailing zeros of the fraction are dropped down to `fewestDecimals`.
    static func print(_ value: Int64, decimals: Int, fewestDecimals: Int, groupedBy separator: String = "") -> String {
        var digits = String(value.magnitude)
        if digits.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
        }
        let whole = digits.dropLast(decimals)
        var fraction = digits.suffix(decimals)
        while fraction.count > fewestDecimals, fraction.last == "0" { fraction.removeLast() }

        let sign = value < 0 ? "-" : ""
        let point = fraction.isEmpty ? "" : "."
        return sign + grouped(whole, by: separator) + point + fraction
    }

    /// Reads an optional sign, at least one digit, and up to `decimals` decimals after a point; nil for all else.
    static func parse(_ text: some StringProtocol, decimals: Int) -> Int64? {
        let bytes = text.utf8
        guard bytes.count <= longestText else { return nil }
        let isNegative = bytes.first == UInt8(ascii: "-")
        let unsigned = bytes.dropFirst(isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0)
        let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, !parts[0].isEmpty else { return nil }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count == 1 || !fraction.isEmpty, fraction.count <= decimals else { return nil }

        let padding = repeatElement(UInt8(ascii: "0"), count: decimals - fraction.count)
        guard let magnitude = integer(Array(parts[0]) + fraction + padding) else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    /// The number that the ASCII digits write; nil when one is not a digit or the number exceeds 64 bits.
    static func integer(_ digits: some Sequence<UInt8>) -> Int64? {
        var number: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = shifted.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            guard !isTooLarge, !isStillTooLarge else { return nil }
            number = sum
        }
        return number
    }

    /// `number`, which is not negative, with zeros in front up to `width` digits.
    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func grouped(_ digits: Substring, by separator: String) -> String {
        guard !separator.isEmpty else { return String(digits) }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
            result.append(digit)
        }
        return result
    }
}
