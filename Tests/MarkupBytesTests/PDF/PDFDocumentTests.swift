import Testing

@testable import MarkupBytes

@Suite struct PDFDocumentTests {
    @Test func `a small document is these bytes`() {
        let document = PDFDocument(title: "Costs (draft)", created: "20260302090000", pages: [Self.page])

        #expect(Array(document.bytes().prefix(15)) == Array("%PDF-1.7\n%âãÏÓ\n".unicodeScalars.map { UInt8($0.value) }))
        #expect(
            String(decoding: document.bytes().dropFirst(15), as: UTF8.self) == """
                1 0 obj
                << /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [6 0 R] /Count 1 /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>
                endobj
                3 0 obj
                << /Title (Costs \\(draft\\)) /Producer (Plumbline) /CreationDate (D:20260302090000Z) >>
                endobj
                4 0 obj
                << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
                endobj
                5 0 obj
                << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>
                endobj
                6 0 obj
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 7 0 R >>
                endobj
                7 0 obj
                << /Length 149 >>
                stream
                0.93 g 10 70 180 20 re f
                BT 0 g /F2 9 Tf 12 76.5 Td (Cost \\(USD\\)) Tj ET
                BT 0.35 g /F1 8 Tf 150 40 Td (1,234.50) Tj ET
                0 G 0.25 w 10 30 m 190 30 l S

                endstream
                endobj
                xref
                0 8
                0000000000 65535 f\u{20}
                0000000015 00000 n\u{20}
                0000000122 00000 n\u{20}
                0000000228 00000 n\u{20}
                0000000330 00000 n\u{20}
                0000000427 00000 n\u{20}
                0000000529 00000 n\u{20}
                0000000616 00000 n\u{20}
                trailer
                << /Size 8 /Root 1 0 R /Info 3 0 R >>
                startxref
                816
                %%EOF

                """)
    }

    @Test func `each entry of the table leads to its object, and the end to the table`() throws {
        let document = PDFDocument(
            title: "Three pages", created: "20260302090000",
            pages: Array(repeating: Self.page, count: 3))

        for bytes in [document.bytes(), document.bytes { Array("deflated \($0.count)".utf8) }] {
            let file = String(decoding: bytes, as: Unicode.ASCII.self)
            let parts = file.split(separator: "\n", omittingEmptySubsequences: false)
            let start = try #require(parts.dropLast(2).last.flatMap { Int($0) })
            let table = String(decoding: bytes[start...], as: UTF8.self).split(separator: "\n")
            #expect(table.prefix(3) == ["xref", "0 12", "0000000000 65535 f "])
            for number in 1...11 {
                let entry = table[2 + number]
                #expect(entry.count == 19 && entry.hasSuffix(" 00000 n "))
                let offset = try #require(Int(entry.prefix(10)))
                #expect(bytes[offset...].starts(with: "\(number) 0 obj\n".utf8))
            }
            #expect(table[14] == "trailer")
        }
    }

    @Test func `what is compressed says so, and how long it is`() {
        let document = PDFDocument(title: "One", created: "20260302090000", pages: [Self.page])

        let file = String(decoding: document.bytes { _ in Array("short".utf8) }, as: UTF8.self)

        #expect(file.contains("7 0 obj\n<< /Length 5 /Filter /FlateDecode >>\nstream\nshort\nendstream\nendobj\n"))
    }

    @Test func `the title is whole in Unicode`() {
        let document = PDFDocument(title: "Čas 日𝄞", created: "20260302090000", pages: [Self.page])

        let file = String(decoding: document.bytes(), as: UTF8.self)

        #expect(file.contains("<< /Title <FEFF010C00610073002065E5D834DD1E> /Producer (Plumbline) "))
    }

    @Test func `a text without letters draws nothing`() {
        var page = PDFPage(width: .points(200), height: .points(100))
        page.draw(PDFText("", size: 8), x: .points(10), baseline: .points(10))
        #expect(page.content.isEmpty)
    }

    private static var page: PDFPage {
        var page = PDFPage(width: .points(200), height: .points(100))
        page.fill(x: .points(10), y: .points(10), width: .points(180), height: .points(20), .faint)
        page.draw(PDFText("Cost (USD)", .bold, size: 9), x: .points(12), baseline: .points(47) / 2)
        page.draw(PDFText("1,234.50", size: 8), x: .points(150), baseline: .points(60), .grey)
        page.drawRule(
            from: .points(10), to: .points(190), y: .points(70), thickness: PDFLength(thousandths: 250), .black)
        return page
    }
}
