/// Text of whole numbers that count a decimal fraction: minor units, hundred-thousandths.
///
/// One form only is read and written (`-1234.50`), so that text on the wire and in files is exact and stable.
/// What people type is read by `AmountText`.
enum FixedPoint {
    /// The longest text of a 64-bit number with sign and point; longer text is refused unread.
    static let longestText = 21

    /// `value` counts 10^-`decimals`. Trailing zeros of the fraction are dropped down to `fewestDecimals`.
    static func print(_ value: Int64, decimals: Int, fewestDecimals: Int, groupedBy separator: String = "") -> String {
        var unit: UInt64 = 1
        for _ in 0..<decimals { unit *= 10 }
        let whole = value.magnitude / unit
        var fraction = value.magnitude % unit
        var places = decimals
        while places > fewestDecimals, fraction.isMultiple(of: 10) {
            fraction /= 10
            places -= 1
        }

        let sign = value < 0 ? "-" : ""
        let text = sign + grouped(String(whole), by: separator)
        return places == 0 ? text : text + "." + padded(Int(fraction), to: places)
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
        let missing = width - digits.utf8.count
        return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
    }

    private static func grouped(_ digits: String, by separator: String) -> String {
        guard !separator.isEmpty, digits.utf8.count > 3 else { return digits }
        var (rest, result) = (digits[...], "")
        while rest.utf8.count > 3 {
            result = separator + rest.suffix(3) + result
            rest.removeLast(3)
        }
        return String(rest) + result
    }
}
