import Testing

@testable import MarkupBytes

@Suite struct PDFTextTests {
    /// Sums of the widths in Adobe's metrics, times the size.
    @Test(arguments: [
        ("", PDFFont.regular, 10, 0), ("Budget", .regular, 10, 31_690), ("1,234.50", .regular, 8, 31_136),
        ("(1.00)", .regular, 7, 18_284), ("Wi", .bold, 1, 1_222), ("Wi", .regular, 1, 1_166),
        ("€é–", .regular, 2, 3_336), ("\u{A0}", .bold, 1_000, 278_000),
    ]) func `a text is as wide as its letters`(text: String, font: PDFFont, size: Int, thousandths: Int) {
        #expect(PDFText(text, font, size: size).width == PDFLength(thousandths: thousandths))
    }

    @Test(arguments: [
        ("Excavation", 48_910, "Excavation"), ("Excavation", 48_909, "Excavati\\205"), ("Excavation", 20_000, "E\\205"),
        ("Excavation", 16_669, "\\205"), ("Excavation", 0, "\\205"), ("To do", 25_000, "To\\205"), ("", 0, ""),
    ]) func `what does not fit ends in an ellipsis`(text: String, room: Int, cut: String) {
        let text = PDFText(text, size: 10).cut(to: PDFLength(thousandths: room))
        #expect(literal(text) == "(\(cut))")
    }

    @Test(arguments: [
        ("Original Estimate", 34, ["(Original)", "(Estimate)"]), ("Original Estimate", 66, ["(Original Estimate)"]),
        ("Job to Date Cost", 46, ["(Job to Date)", "(Cost)"]),
        ("Subcontractors of it", 40, ["(Subcont\\205)", "(of it)"]),
        ("  ", 40, []),
    ]) func `lines are broken at spaces`(text: String, points: Int, lines: [String]) {
        #expect(PDFText(text, .bold, size: 8).lines(within: .points(points)).map(literal) == lines)
    }

    @Test(arguments: [
        ("a(b)\\c", "a\\(b\\)\\\\c"), ("caf\u{E9} €5", "caf\\351 \\2005"), ("cafe\u{301}", "caf\\351"),
        ("one\ttwo\r\nthree\u{85}4", "one two three 4"), ("日本 ✓", "?? ?"),
        ("“Œuvre” – 3½", "\\223\\214uvre\\224 \\226 3\\275"),
    ]) func `a text stays within its parentheses, and in the letters of the font`(text: String, written: String) {
        #expect(literal(PDFText(text, size: 8)) == "(\(written))")
    }

    @Test(arguments: [
        (0, "0"), (1_000, "1"), (12_500, "12.5"), (-250, "-0.25"), (1_001, "1.001"), (100_010, "100.01"),
    ]) func `lengths are written without decimals that say nothing`(thousandths: Int, operand: String) {
        #expect(PDFLength(thousandths: thousandths).operand == operand)
    }

    private func literal(_ text: PDFText) -> String { String(decoding: PDFString.literal(text.codes), as: UTF8.self) }
}
