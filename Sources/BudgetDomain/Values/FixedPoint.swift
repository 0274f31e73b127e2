/// Text of whole numbers that count a decimal fraction: minor units, hundred-thousandths.
///
/// One form only is read and written (`-1234.50`), so that text on the wire and in files is exact and stable.
/// What people type is read by `AmountText`.
enum FixedPoint {
    /// The longest text of a 64-bit number with sign and point; longer text is refused unread.
    static let longestText = 21

    /// Sign, digits, point and separators of a 64-bit number with room to spare.
    private static let longestPrinted = 32

    /// `value` counts 10^-`decimals`. Trailing zeros of the fraction are dropped down to `fewestDecimals`.
    static func print(_ value: Int64, decimals: Int, fewestDecimals: Int, isGrouped: Bool = false) -> String {
        var (rest, places) = (value.magnitude, decimals)
        while places > fewestDecimals, rest.isMultiple(of: 10) {
            rest /= 10
            places -= 1
        }
        // From the last digit to the first, in one piece: pages of thousands of figures are written so.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestPrinted) { bytes in
            var start = bytes.count
            func put(_ byte: UInt8) {
                start -= 1
                bytes[start] = byte
            }
            var digits = 0
            repeat {
                if digits == places, places > 0 { put(UInt8(ascii: ".")) }
                if isGrouped, digits > places, (digits - places).isMultiple(of: 3) { put(UInt8(ascii: ",")) }
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
                digits += 1
            } while rest > 0 || digits <= places
            if value < 0 { put(UInt8(ascii: "-")) }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
        }
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
}
