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

        let kept = try await desk.plumbline.transcripts(of: desk.company)
        let only = try #require(kept.first)
        #expect(kept.count == 1)
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

        let kept = try await desk.plumbline.transcripts(of: desk.company)
        #expect(kept.map(\.code) == ["answer-unreadable"])
        #expect(kept.map(\.answer) == ["<QBXML><QBXMLMsgsRs>"])
    }

    @Test func `an answer without trouble is not kept`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.send(ticket, hello: desk.hello)

        _ = try await desk.receive(ticket, Golden.noEstimate)

        #expect(try await desk.plumbline.transcripts(of: desk.company).isEmpty)
    }
}
