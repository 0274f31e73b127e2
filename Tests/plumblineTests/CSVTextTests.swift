import Testing

@testable import plumbline

@Suite struct CSVTextTests {
    @Test func `commas, quotes and line breaks are quoted`() {
        let text = CSVText.of([[.text("a,b"), .text("say \"no\""), .text("one\r\ntwo"), .figure("-1.00")]])

        #expect(text == "\"a,b\",\"say \"\"no\"\"\",\"one\r\ntwo\",-1.00\r\n")
    }

    @Test func `a text that a spreadsheet would run is made inert`() {
        let text = CSVText.of([[.text("=1+1"), .text("@x"), .text("-5"), .text("plain"), .figure("-5.00")]])

        #expect(text == "'=1+1,'@x,'-5,plain,-5.00\r\n")
    }
}
