import BudgetDomain
import Testing

@Suite struct TextTranslationTests {
    @Test(arguments: [
        ("Footings & walls", "Footings & walls", []),
        ("  Footings ", "Footings", []),
        ("", "", []),
        (" \n ", "", []),
        ("café “x” – 5 €", "café “x” – 5 €", []),
        ("one\r\ntwo\tthree", "one two three", [TextChange.controlCharacters]),
        ("Łódź", "Lódz", [.letters]),
        ("木\u{0}材", "? ?", [.controlCharacters, .letters]),
    ])
    func `text is said in QuickBooks' characters, and what changes is told`(
        text: String, expected: String, changes: [TextChange]
    ) {
        let translated = TextTranslation.description(text)

        #expect(translated.text == expected)
        #expect(translated.changes == changes)
    }

    @Test func `a description is cut at what QuickBooks holds`() {
        let translated = TextTranslation.description(String(repeating: "é", count: 5_000))

        #expect(translated.text == String(repeating: "é", count: 4_095))
        #expect(translated.changes == [.cut(from: 5_000, to: 4_095)])
    }
}
