import MarkupBytes
import Testing

@Suite struct XMLReaderTests {
    @Test func `events carry names without prefix, namespaces, attributes and whole text`() throws {
        let document = """
            <?xml version="1.0"?><?qbxml version="13.0"?><s:a xmlns:s="urn:x" b="1 &lt; 2" s:c='d>e'\
            >x &amp; <![CDATA[<y>]]>&#233;<e/></s:a>
            """

        #expect(
            try read(document) == [
                .instruction("qbxml", "version=\"13.0\""),
                .start("a", namespace: "urn:x", attributes: ["b": "1 < 2", "c": "d>e"]),
                .text("x & <y>é"),
                .start("e", namespace: nil, attributes: [:]),
                .end,
                .end,
            ])
    }

    @Test func `chunk boundaries change nothing, wherever they fall`() throws {
        let document = Array(
            #"<?xml version="1.0"?><a b='x>"y' c="&lt;&#xE9;é"><!-- > --> é&amp;€<![CDATA[]]]]><![CDATA[>]]></a>"#.utf8)
        let whole = try read(document)

        for first in 1..<document.count {
            let recorder = EventRecorder()
            let reader = XMLReader(handler: recorder)
            try reader.feed(Array(document[..<first]))
            try reader.feed(Array(document[first...]))
            try reader.finish()
            #expect(recorder.events == whole, "split at \(first)")
        }
    }

    @Test func `a text of 12 MB with references arrives whole`() throws {
        let piece = "&lt;Amount&gt;1.00 é &amp;amp;&#13;\n"
        let document = "<a>" + String(repeating: piece, count: 500_000) + "</a>"
        let limits = XMLLimits(textBytes: 64 << 20)

        let events = try read(document, limits: limits, encoding: .alreadyUTF8)

        guard case .text(let text) = events[1] else { throw XMLFault(line: 0, reason: .truncated) }
        #expect(text.utf8.count == 11_500_000)
        #expect(text == String(repeating: "<Amount>1.00 é &amp;\r\n", count: 500_000))
    }

    @Test func `references in attribute values are resolved once`() throws {
        let document = ##"<a b="x &amp; &lt;y&gt; &quot;&#233;&quot; &amp;amp;"></a>"##

        #expect(
            try read(document) == [
                .start("a", namespace: nil, attributes: ["b": #"x & <y> "é" &amp;"#]), .end,
            ])
    }

    @Test func `characters of another document are UTF-8 whatever they declare`() throws {
        let document = #"<?xml version="1.0" encoding="utf-16"?><a>é</a>"#

        #expect(
            try read(document, encoding: .alreadyUTF8) == [
                .start("a", namespace: nil, attributes: [:]), .text("é"), .end,
            ])
        #expect(refusal(of: document) != nil)
    }

    @Test func `a declared Windows-1252 document is decoded`() throws {
        let document =
            Array(#"<?xml version="1.0" encoding="windows-1252"?><a>"#.utf8) + [0x80, 0xE9] + Array("</a>".utf8)

        #expect(try read(document) == [.start("a", namespace: nil, attributes: [:]), .text("€é"), .end])
    }

    @Test func `what the handler throws comes out unchanged, now and later`() throws {
        final class Refusing: XMLEventHandler {
            struct Enough: Error {}
            func start(_ name: XMLName, _ attributes: XMLAttributes) throws { throw Enough() }
            func text(_ utf8: UnsafeBufferPointer<UInt8>) {}
            func end() {}
        }
        let reader = XMLReader(handler: Refusing())

        #expect(throws: Refusing.Enough.self) { try reader.feed(Array("<a><b/></a>".utf8)) }
        #expect(throws: Refusing.Enough.self) { try reader.finish() }
    }
}
