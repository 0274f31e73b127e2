/// A length on a page, to the thousandth of a point (a point is 1/72 inch). Glyphs are a thousandth of their size
/// fine, so that whole numbers measure text exactly.
package struct PDFLength: Hashable, Comparable, AdditiveArithmetic, Sendable {
    package let thousandths: Int

    package init(thousandths: Int) { self.thousandths = thousandths }

    package static let zero = PDFLength(thousandths: 0)

    package static func points(_ points: Int) -> PDFLength { PDFLength(thousandths: points * 1_000) }

    package static func < (left: PDFLength, right: PDFLength) -> Bool { left.thousandths < right.thousandths }

    package static func + (left: PDFLength, right: PDFLength) -> PDFLength {
        PDFLength(thousandths: left.thousandths + right.thousandths)
    }

    package static func - (left: PDFLength, right: PDFLength) -> PDFLength {
        PDFLength(thousandths: left.thousandths - right.thousandths)
    }

    package static func * (length: PDFLength, times: Int) -> PDFLength {
        PDFLength(thousandths: length.thousandths * times)
    }

    /// To the thousandth below.
    package static func / (length: PDFLength, parts: Int) -> PDFLength {
        PDFLength(thousandths: length.thousandths / parts)
    }

    /// As content streams write numbers: `12`, `12.5`, `-0.25`.
    var operand: String {
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1_000)
        let sign = thousandths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var decimals = String(String(1_000 + rest).dropFirst())
        while decimals.last == "0" { decimals.removeLast() }
        return "\(sign)\(whole).\(decimals)"
    }
}
