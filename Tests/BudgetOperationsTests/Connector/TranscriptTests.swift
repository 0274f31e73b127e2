import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

/// Exchanges that ended in trouble, kept to be looked into.
@Suite struct TranscriptTests {
    @Test func `secrets are masked wherever they stand`() {
        let kept = Transcript(
            id: "T1", at: Fixture.start, step: "reading back", code: "4711",
            request: #"<a:strPassword xml:lang="en">hunter2</a:strPassword><ticket>c.S3</ticket><Memo>pass</Memo>"#,
            answer: #"<Rs ConnectionTicket="TGT-1" statusCode="4711"/>"#)

        #expect(
            kept.request
                == #"<a:strPassword xml:lang="en">***</a:strPassword><ticket>***</ticket><Memo>pass</Memo>"#)
        #expect(kept.answer == #"<Rs ConnectionTicket="***" statusCode="4711"/>"#)
    }

    @Test func `a side that is too long is cut, and a secret at the cut is masked`() {
        let long = String(repeating: "x", count: 65_528) + "<ticket>secret</ticket>"
        let kept = Transcript(id: "T1", at: Fixture.start, step: "s", code: "c", request: long, answer: "")

        #expect(kept.request == String(repeating: "x", count: 65_528) + "<ticket>\n[cut: 65551 bytes in all]")
    }

    @Test(arguments: Storage.available) func `the newest transcripts are kept`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        _ = try await fixture.accept()
        let part = try await ConnectorPart(fixture)
        let many = (1...202).map { number in
            Transcript(
                id: "T\(number)", at: Fixture.start.adding(seconds: Int64(number)), step: "reading back",
                code: "4711", request: "<a/>", answer: "<b/>\u{0}")
        }

        _ = try await part.record(many.map(ConnectorOutcome.transcript))
        let kept = try await fixture.plumbline.transcripts(of: fixture.company)

        #expect(kept.count == 200)
        #expect(kept.first?.id == "T202")
        #expect(kept.last?.id == "T3")
        let one = try await fixture.plumbline.transcripts(of: fixture.company, id: "T7")
        #expect(one.map(\.answer) == ["<b/>\u{2400}"])
        #expect(try await fixture.plumbline.transcripts(of: fixture.company, id: "T1").isEmpty)
    }
}
