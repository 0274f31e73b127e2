import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

/// Exchanges that ended in trouble, kept to be looked into.
@Suite struct TranscriptTests {
    @Test func `secrets are masked wherever they stand`() {
        let kept = Transcript(
            id: "T1", sessionID: nil, askedAt: nil, at: Fixture.start, step: "reading back", code: "4711",
            isTrouble: true,
            request: #"<a:strPassword xml:lang="en">hunter2</a:strPassword><ticket>c.S3</ticket><Memo>pass</Memo>"#,
            answer: #"<Rs ConnectionTicket="TGT-1" statusCode="4711"/>"#)

        #expect(
            kept.request
                == #"<a:strPassword xml:lang="en">***</a:strPassword><ticket>***</ticket><Memo>pass</Memo>"#)
        #expect(kept.answer == #"<Rs ConnectionTicket="***" statusCode="4711"/>"#)
    }

    @Test func `a side that is too long is cut, and a secret at the cut is masked`() {
        let long = String(repeating: "x", count: 65_528) + "<ticket>secret</ticket>"
        let kept = Self.transcript(request: long, answer: "")

        #expect(kept.request == String(repeating: "x", count: 65_528) + "<ticket>\n[cut: 65551 bytes in all]")
    }

    @Test func `less is kept of what went well`() {
        let kept = Transcript(
            id: "T1", sessionID: "s", askedAt: nil, at: Fixture.start, step: "s", code: "", isTrouble: false,
            request: "", answer: String(repeating: "x", count: 16_385))

        #expect(kept.answer == String(repeating: "x", count: 16_384) + "\n[cut: 16385 bytes in all]")
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
        transcript(request: "", answer: answer).answer
    }

    private static func transcript(request: String, answer: String) -> Transcript {
        Transcript(
            id: "T1", sessionID: nil, askedAt: nil, at: Fixture.start, step: "s", code: "c", isTrouble: true,
            request: request, answer: answer)
    }

    @Test(arguments: Storage.available) func `the newest transcripts are kept`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let part = try await ConnectorPart(fixture, requestingCosts: true)
        _ = try await part.record((1...202).map { .transcript(Self.numbered($0)) })
        let (plumbline, company) = (fixture.plumbline, fixture.company)

        let kept = try await plumbline.troubles(of: company, page: 1)

        #expect(kept.total == 200 && kept.rows.count == 50)
        #expect(kept.rows.first?.id == "T202" && kept.rows.last?.id == "T153")
        #expect(try await plumbline.troubles(of: company, page: 4).rows.last?.id == "T3")
        #expect(try await plumbline.transcript(id: "T7", of: company)?.answer == "<b/>\u{2400}")
        #expect(try await plumbline.transcript(id: "T1", of: company) == nil)
    }

    @Test(arguments: Storage.available)
    func `exchanges without trouble take no place from those with it`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let part = try await ConnectorPart(fixture, requestingCosts: true)
        _ = try await part.record([.transcript(Self.numbered(1))])
        _ = try await part.record((2...2_002).map { .transcript(Self.numbered($0, isTrouble: false)) })
        let (plumbline, company) = (fixture.plumbline, fixture.company)

        #expect(try await plumbline.troubles(of: company, page: 1).rows.map(\.id) == ["T1"])
        let session = try await plumbline.transcripts(ofSession: "the-session", of: company, page: 1)
        #expect(session.total == 2_001)
        #expect(session.rows.prefix(2).map(\.id) == ["T1", "T3"])
        #expect(try await plumbline.transcripts(ofSession: "another", of: company, page: 1).total == 0)
    }

    @Test(arguments: Storage.available)
    func `a text that was cut is read as it was kept`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let part = try await ConnectorPart(fixture, requestingCosts: true)
        let long = Self.transcript(request: String(repeating: "x", count: 65_537), answer: "")
        _ = try await part.record([.transcript(long)])

        #expect(try await fixture.plumbline.transcript(id: "T1", of: fixture.company) == long)
    }

    private static func numbered(_ number: Int, isTrouble: Bool = true) -> Transcript {
        Transcript(
            id: "T\(number)", sessionID: "the-session", askedAt: nil, at: Fixture.start.adding(seconds: Int64(number)),
            step: "reading back", code: isTrouble ? "4711" : "", isTrouble: isTrouble, request: "<a/>",
            answer: "<b/>\u{0}")
    }
}
