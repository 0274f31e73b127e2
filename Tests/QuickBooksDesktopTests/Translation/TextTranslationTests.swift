import Testing

@testable import QuickBooksDesktop

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

    @Test func `what will not survive is listed with its field, and what does is not`() {
        let lost = TextTranslation.unsurviving(field: "Line 3, description", "Łódź\nwalls")

        #expect(
            lost
                == Unsurviving(
                    field: "Line 3, description", before: "Łódź\nwalls", after: "Lódz walls",
                    changes: [.controlCharacters, .letters]))
        #expect(
            lost?.sentence
                == "Line 3, description: line breaks become spaces, characters that QuickBooks lacks are replaced.")
        #expect(TextTranslation.unsurviving(field: "Memo", "Kitchen") == nil)
    }
}
