import BudgetOperations
import Testing

@testable import QuickBooksDesktop

/// What is kept of an exchange that ended in trouble.
@Suite struct TranscriptionTests {
    private static func answer(_ code: String, _ severity: String) -> String {
        """
        <?xml version="1.0"?><QBXML><QBXMLMsgsRs><EstimateQueryRs requestID="1" statusCode="\(code)" \
        statusSeverity="\(severity)" statusMessage="Odd."/></QBXMLMsgsRs></QBXML>
        """
    }

    @Test func `a code that nobody knows is kept with both sides, and the message names where`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.send(ticket, hello: desk.hello)

        #expect(try await desk.receive(ticket, Self.answer("4711", "Error")) == -1)

        let kept = try await desk.plumbline.troubles(of: desk.company, page: 1).rows
        #expect(kept.count == 1)
        let only = try #require(try await desk.plumbline.transcript(id: kept.first?.id ?? "", of: desk.company))
        #expect(only.code == "4711")
        #expect(only.step == "looking up what is there")
        #expect(only.request == Golden.lookUp)
        #expect(only.answer == Self.answer("4711", "Error"))
        #expect(try await desk.lastError(ticket).hasSuffix(" The exchange is kept as transcript \(only.id)."))
    }

    @Test func `an answer that cannot be read is kept as it came`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.send(ticket, hello: desk.hello)

        #expect(try await desk.receive(ticket, "<QBXML><QBXMLMsgsRs>") == -1)

        let kept = try await desk.plumbline.troubles(of: desk.company, page: 1).rows
        #expect(kept.map(\.code) == ["answer-unreadable"])
        let only = try await desk.plumbline.transcript(id: kept.first?.id ?? "", of: desk.company)
        #expect(only?.answer == "<QBXML><QBXMLMsgsRs>")
    }

    @Test func `what went well is kept with its session, and is no trouble`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.send(ticket, hello: desk.hello)

        _ = try await desk.receive(ticket, Golden.noEstimate)

        #expect(try await desk.plumbline.troubles(of: desk.company, page: 1).rows.isEmpty)
        let kept = try await desk.kept()
        #expect(kept.map(\.step).sorted() == ["looking up what is there", "opening QuickBooks"])
        let lookUp = try #require(kept.first { $0.step == "looking up what is there" })
        #expect(lookUp.request == Golden.lookUp)
        #expect(lookUp.answer == Golden.noEstimate)
        #expect(lookUp.code.isEmpty && lookUp.askedAt != nil)
        let opening = try #require(kept.first { $0.step == "opening QuickBooks" })
        #expect(opening.request.isEmpty && opening.answer == desk.hello && opening.askedAt == nil)
    }

    @Test func `a request that is asked twice without an answer is kept as such`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.send(ticket, hello: desk.hello)
        _ = try await desk.send(ticket, hello: "")

        let kept = try await desk.kept().filter { $0.step == "looking up what is there" }

        #expect(kept.map(\.request) == [Golden.lookUp])
        #expect(kept.map(\.answer) == ["[no answer came]"])
    }

    @Test func `a QuickBooks that is closed is kept with its session, and is no trouble`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.conversation.answer(
            .connectionError(ticket: ticket, hresult: "0x80040408", message: "Could not start QuickBooks."))

        let kept = try await desk.kept()

        #expect(kept.map(\.code) == ["0x80040408"])
        #expect(kept.map(\.isTrouble) == [false])
        #expect(kept.map(\.answer) == ["HRESULT 0x80040408: Could not start QuickBooks."])
    }
}

extension Desk {
    /// All exchanges of the only session, with their texts.
    fileprivate func kept() async throws -> [Transcript] {
        let session = try #require(try await plumbline.connectorSessions(of: company, page: 1).rows.first)
        let listed = try await plumbline.transcripts(ofSession: session.id, of: company, page: 1).rows
        var kept: [Transcript] = []
        for one in listed { kept.append(try #require(try await plumbline.transcript(id: one.id, of: company))) }
        return kept
    }
}
