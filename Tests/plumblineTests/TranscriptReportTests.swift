import BudgetDomain
import Testing

@testable import BudgetOperations
@testable import plumbline

@Suite struct TranscriptReportTests {
    @Test func `both sides of an exchange are printed with their elements on lines of their own`() {
        let transcript = Transcript(
            id: "T7K2M9QXA", sessionID: "5f0c2a91d4e7", askedAt: nil,
            at: Instant(microsecondsSince1970: 1_772_442_000_000_000), step: "reading the estimate", code: "",
            isTrouble: false, request: "<QBXML><EstimateQueryRq/></QBXML>", answer: "no XML")

        #expect(
            ConnectorTranscripts.report(of: transcript).text(width: nil).split(separator: "\n").dropFirst(5) == [
                "Asked", "<QBXML>", "  <EstimateQueryRq/>", "</QBXML>", "Answered", "no XML",
            ])
    }
}
