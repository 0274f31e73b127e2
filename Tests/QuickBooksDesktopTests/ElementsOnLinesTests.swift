import QuickBooksDesktop
import Testing

@Suite struct ElementsOnLinesTests {
    @Test func `each element has a line of its own, and a text stays between its tags`() {
        let xml = #"<?xml version="1.0"?><QBXML><Rq a="1"><Name>A &amp; B</Name><Empty/><E></E></Rq></QBXML>"#

        #expect(
            ElementsOnLines.text(xml) == """
                <?xml version="1.0"?>
                <QBXML>
                  <Rq a="1">
                    <Name>A &amp; B</Name>
                    <Empty/>
                    <E>
                    </E>
                  </Rq>
                </QBXML>
                """)
    }

    @Test(arguments: ["", "HRESULT 0x80040408: Could not start.", "<a>\n<b/></a>", "<a>"])
    func `what has lines already or is no XML stays as it is`(text: String) {
        #expect(ElementsOnLines.text(text) == text)
    }

    @Test func `a text that was cut or closes too much is shown all the same`() {
        #expect(ElementsOnLines.text("</a></b><c><d>tex") == "</a>\n</b>\n<c>\n  <d>tex")
    }
}
