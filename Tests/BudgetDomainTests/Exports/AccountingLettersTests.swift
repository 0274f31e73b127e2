import BudgetDomain
import Testing

@Suite struct AccountingLettersTests {
    @Test(arguments: [
        ("plain", "plain", false), ("café “x” – €", "café “x” – €", false), ("cafe\u{301}", "café", false),
        ("Łódź Wrocław", "Lódz Wroclaw", true), ("Dvořák Šošić", "Dvorák Šošic", true),
        ("İstanbul ığş", "Istanbul igs", true), ("Nguyễn Ắ", "Nguyen A", true), ("Ōtsu", "Otsu", true),
        ("x̂", "x", true), ("北京 👷🏽", "?? ?", true), ("5\u{2212}3\u{2009}m", "5-3 m", true), ("a\u{7}b", "a b", true),
        ("a\r\nb", "a b", true), ("Ǽ ﬁ ∑", "AE fi ?", true),
    ])
    func `other letters lose their marks, and the rest becomes a question mark`(
        text: String, expected: String, changed: Bool
    ) {
        let result = AccountingLetters.transliterated(text)

        #expect(Array(result.text.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(result.changed == changed)
        #expect(result.text.unicodeScalars.allSatisfy(AccountingLetters.hold))
    }
}
