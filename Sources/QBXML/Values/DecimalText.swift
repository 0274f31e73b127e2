/// Exact decimal text to scaled integers and back. No other character than a sign, digits and one point is read.
enum DecimalText {
    /// Nil unless the text is `[+-]?` with 1 to `wholeDigits` digits, then nothing or a point with `decimals` digits
    /// (or 1 to `decimals`, where fewer are allowed). The caller's digits fit an Int64.
    static func scaled(
        _ text: UnsafeBufferPointer<UInt8>, wholeDigits: Int, decimals: Int, fewerDecimalsAllowed: Bool
    ) -> Int64? {
        var index = 0
        var isNegative = false
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = 1
        }
        var number: Int64 = 0
        let wholeStart = index
        while index < text.count, let digit = digit(text[index]), index - wholeStart < wholeDigits {
            number = number * 10 + digit
            index += 1
        }
        guard index > wholeStart else { return nil }
        var decimalCount = 0
        if index < text.count {
            guard text[index] == UInt8(ascii: ".") else { return nil }
            index += 1
            while index < text.count, let digit = digit(text[index]), decimalCount < decimals {
                number = number * 10 + digit
                index += 1
                decimalCount += 1
            }
            guard decimalCount == decimals || (fewerDecimalsAllowed && decimalCount > 0) else { return nil }
        }
        guard index == text.count else { return nil }
        for _ in decimalCount..<decimals { number *= 10 }
        return isNegative ? -number : number
    }

    /// Trailing zeros are dropped down to `atLeast` decimals.
    static func text(_ number: Int64, decimals: Int, atLeast: Int) -> String {
        var digits = Array(String(number.magnitude).utf8)
        if digits.count <= decimals {
            digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals + 1 - digits.count), at: 0)
        }
        let whole = digits.dropLast(decimals)
        var fraction = digits.suffix(decimals)
        while fraction.count > atLeast, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        let sign = number < 0 ? "-" : ""
        let point = fraction.isEmpty ? "" : "."
        return sign + String(decoding: whole, as: UTF8.self) + point + String(decoding: fraction, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        let digit = byte &- UInt8(ascii: "0")
        return digit <= 9 ? Int64(digit) : nil
    }
}
