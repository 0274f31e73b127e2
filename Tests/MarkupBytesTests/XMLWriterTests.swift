import MarkupBytes
import Testing

@Suite struct XMLWriterTests {
    private func text(_ writer: XMLWriter) -> String { String(decoding: writer.bytes, as: UTF8.self) }

    @Test func `a document has no whitespace of its own and keeps end tags`() {
        var writer = XMLWriter(nonASCII: .utf8)
        writer.declaration()
        writer.instruction("qbxml", "version=\"13.0\"")
        writer.start("a")
        writer.attribute("b", "c")
        writer.element("empty", "")
        writer.element("d", "e")
        writer.end()

        #expect(
            text(writer)
                == #"<?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?>"#
                + #"<a b="c"><empty></empty><d>e</d></a>"#
        )
    }

    @Test func `markup characters are escaped in text and attributes`() {
        var writer = XMLWriter(nonASCII: .utf8)
        writer.start("a")
        writer.attribute("b", "<&>\"'\t\n\r")
        writer.text("<&>\"'\t\n\r]]>")
        writer.end()

        #expect(
            text(writer)
                == "<a b=\"&lt;&amp;&gt;&quot;&apos;&#9;&#10;&#13;\">&lt;&amp;&gt;&quot;&apos;\t\n&#13;]]&gt;</a>")
    }

    @Test(arguments: [
        (XMLWriter.NonASCII.numericReferences, "<a>caf&#233; &#8364; &#128119;</a>"),
        (XMLWriter.NonASCII.utf8, "<a>café € 👷</a>"),
    ])
    func `characters above ASCII are references or UTF-8`(nonASCII: XMLWriter.NonASCII, expected: String) {
        var writer = XMLWriter(nonASCII: nonASCII)
        writer.element("a", "café € 👷")

        #expect(text(writer) == expected)
    }

    @Test func `characters that XML cannot hold are replaced visibly`() {
        var writer = XMLWriter(nonASCII: .utf8)
        writer.element("a", "x\u{0}y\u{1F}z\u{FFFF}")

        #expect(text(writer) == "<a>x\u{FFFD}y\u{FFFD}z\u{FFFD}</a>")
    }

    @Test func `HTML is escaped and has a doctype`() {
        let page = HTML.page(
            title: "A & B", .h1("It's <here>"), .p(.a(href: "/x?a=1&b=2", "go"), .br, .a(href: "javascript:x", "no")))

        #expect(
            String(decoding: page, as: UTF8.self)
                == "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A &amp; B</title></head>"
                + "<body><h1>It&apos;s &lt;here&gt;</h1><p><a href=\"/x?a=1&amp;b=2\">go</a><br>no</p></body></html>")
    }
}
