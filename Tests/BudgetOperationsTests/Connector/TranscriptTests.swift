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

    @Test(arguments: [
        (#"<strPassword>a b</strPassword>"#, #"<strPassword>***</strPassword>"#),
        (#"<q:TICKET x="1" >4711<a/>"#, #"<q:TICKET x="1" >***<a/>"#),
        (#"<auth-ticket>4711</auth-ticket>"#, #"<auth-ticket>***</auth-ticket>"#),
        (#"<Rs ConnectionTicket = "a>b" n="c"/>"#, #"<Rs ConnectionTicket = "***" n="c"/>"#),
        (#"my Secret="unfinished"#, #"my Secret="***"#),
        (#"<ticket>unfinished"#, #"<ticket>***"#),
        (
            #"<ticket/>no secret<ticket></ticket><Memo>a ticket to ride</Memo>"#,
            #"<ticket/>no secret<ticket></ticket><Memo>a ticket to ride</Memo>"#
        ),
        (#"<ticketed secret="" password =>5 < 7"#, #"<ticketed secret="" password =>***< 7"#),
        ("é<tïcket>plain<ïticket>4711</ïticket>é", "é<tïcket>plain<ïticket>***</ïticket>é"),
        ("", ""),
    ])
    func `what lets somebody in is masked, however it is written`(text: String, masked: String) {
        #expect(Self.kept(text) == masked)
    }

    @Test(.timeLimit(.minutes(10))) func `one long word is no work`() {
        let long = String(repeating: "passwor", count: 9_000)

        #expect(Self.kept(long) == long)
    }

    private static func kept(_ answer: String) -> String {
        Transcript(id: "T1", at: Fixture.start, step: "s", code: "c", request: "", answer: answer).answer
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
