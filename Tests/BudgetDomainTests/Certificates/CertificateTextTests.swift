import BudgetDomain
import Testing

/// The text of a certificate: readable, and one for each certificate.
@Suite struct CertificateTextTests {
    private static func certificate(title: String = "Formwork", reasons: [String] = []) throws -> Certificate {
        try Certificate(
            facts: [
                .company: "Halvorsen", .companyID: "c-1", .project: "1001", .projectName: title, .projectID: "p-1",
                .fileCompany: "Harbour", .filePath: #"C:\Books\Harbour.qbw"#, .fileID: "{1}", .estimateNumber: "PL1",
                .estimateTxnID: "T-1", .estimateEditSequence: "E-1", .estimateReadAt: "2026-03-02T09:00:00Z",
                .costsReadAt: "never", .auditHead: "1:00", .madeAt: "2026-03-02T09:00:00Z",
                .madeBy: "plumbline 0.1.0",
            ],
            exports: [
                Certificate.ExportLine(
                    number: 1, kind: "original", state: "synced", total: "1,234.50", sentBy: "Mia", sentAt: "then",
                    acceptedBy: "Ben", acceptedAt: "later", digest: "ab")
            ],
            rows: [
                try Certificate.Row(
                    costCode: "03-100", title: title,
                    given: [
                        .approvedOriginal: .cents(123_450), .approvedModifications: .cents(-50),
                        .written: .cents(123_400), .reportOriginal: .cents(123_450), .reportChanges: .cents(-50),
                        .typed: .cents(7), .typedDifference: .cents(7), .reportOther: .cents(7),
                        .committed: .cents(-1),
                    ], currency: .usd)
            ], reasons: reasons, currency: .usd)
    }

    @Test func `it is written as auditors read it`() throws {
        #expect(
            try Self.certificate(reasons: ["1 line was typed."]).text == #"""
                plumbline certificate 1

                Result                 different: see Differences and Reasons
                Company                Halvorsen
                Company id             c-1
                Project                1001
                Project name           Formwork
                Project id             p-1
                Currency               USD
                Company file of        Harbour
                Company file path      C:\Books\Harbour.qbw
                Company file id        {1}
                Estimate number        PL1
                Estimate TxnID         T-1
                Estimate EditSequence  E-1
                Estimate read at       2026-03-02T09:00:00Z
                Costs read at          never
                Audit head             1:00
                Made at                2026-03-02T09:00:00Z
                Made by                plumbline 0.1.0

                Accepted exports
                No. | Kind     | State  | Total    | Sent by | Sent at | Accepted by | Accepted at | Digest
                1   | original | synced | 1,234.50 | Mia     | then    | Ben         | later       | ab

                Approved, by accepted exports
                Cost code | Title    | Approved original | Approved modifications | Approved revised
                03-100    | Formwork |          1,234.50 |                  -0.50 |         1,234.00
                Total     |          |          1,234.50 |                  -0.50 |         1,234.00

                QuickBooks, by the estimate as it was last read
                Cost code | Title    | Written as approved | Typed in QuickBooks | Estimate in QuickBooks
                03-100    | Formwork |            1,234.00 |                0.07 |               1,234.07
                Total     |          |            1,234.00 |                0.07 |               1,234.07

                Job Costs Report
                Cost code | Title    | Original estimate | Budget changes | Other lines | Revised estimate | \#
                Job to date cost | Committed
                03-100    | Formwork |          1,234.50 |          -0.50 |        0.07 |         1,234.07 | \#
                            0.00 |     -0.01
                Total     |          |          1,234.50 |          -0.50 |        0.07 |         1,234.07 | \#
                            0.00 |     -0.01

                Differences
                Cost code | Title    | QuickBooks less approved | Typed there | Not there yet | Differing lines | \#
                Budget less approved
                03-100    | Formwork |                     0.07 |        0.07 |          0.00 |            0.00 | \#
                                0.00
                Total     |          |                     0.07 |        0.07 |          0.00 |            0.00 | \#
                                0.00

                Reasons
                - 1 line was typed.

                """#)
    }

    @Test(arguments: [
        "Formwork", "", " x ", "a | b", "a\nb\r\n", #"\u{41}"#, #"\\u{"#, #"\"#, "\u{301}x", "e\u{301}", "\u{202E}x",
        "\u{FEFF}",
        "- ", "Total", "\u{1F600} 👩‍👧",
    ])
    func `whatever the texts are, it is read again as it was written`(text: String) throws {
        let certificate = try Self.certificate(title: text, reasons: [text, "b"])

        let read = try #require(Certificate(parsing: certificate.text))

        #expect(Array(read.text.utf8) == Array(certificate.text.utf8))
        #expect(read == certificate)
    }

    @Test func `an amount that was changed by a cent does not add up`() throws {
        let text = try Self.certificate().text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

        var changed = 0
        for (index, line) in lines.enumerated() where line.hasPrefix("03-100") || line.hasPrefix("Total") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            for column in cells.indices.dropFirst(2) {
                var other = cells
                other[column] =
                    other[column].last == " "
                    ? String(other[column].dropLast(2)) + Self.next(other[column].dropLast().last) + " "
                    : String(other[column].dropLast()) + Self.next(other[column].last)
                var lines = lines
                lines[index] = other.joined(separator: "|")
                let wrong = Certificate(parsing: lines.joined(separator: "\n"))
                #expect(wrong == nil, "\(lines[index])")
                changed += 1
            }
        }
        #expect(changed == 34)
    }

    private static func next(_ digit: Character?) -> String {
        digit.flatMap(\.wholeNumberValue).map { String(($0 + 1) % 10) } ?? "?"
    }

    @Test func `one more space, another line ending and a missing line are refused`() throws {
        let text = try Self.certificate().text
        for changed in [
            text + "\n", text + " ", String(text.dropLast()), text.replacing("\n", with: "\r\n"),
            text.replacing("Formwork", with: "Formwork "), text.replacing("certificate 1", with: "certificate 2"),
            text.replacing("0.07", with: "0.070"), text.replacing("1,234.50", with: "1234.50"), "",
        ] {
            #expect(Certificate(parsing: changed) == nil)
        }
    }
}

extension Money {
    fileprivate static func cents(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .usd) }
}
