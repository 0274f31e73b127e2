extension FaultCatalogue {
    /// The catalogue as the reference page prints it.
    static var document: String {
        """
        # QuickBooks' errors

        What Plumbline says when QuickBooks or the Web Connector reports an error. QuickBooks' own message is always \
        shown with it. *Passes* means that the next session tries again by itself. `plumbline connector explain CODE` \
        shows one of them; `make docs` writes this page from the code.

        ## Status codes of QuickBooks

        \(table(StatusEntries.all))

        ## Codes about a whole set of requests

        \(table(MessageSetEntries.all))

        ## Codes of the Web Connector (HRESULT)

        \(table(HRESULTEntries.all))

        ## What the Web Connector shows by itself

        These stand in its window and its log on the QuickBooks computer, and most never reach the server.

        \(table(WebConnectorEntries.all))

        ## Codes that are not in these lists

        Their range says what kind they are. What was asked and what came is kept: the message names the transcript, \
        and `plumbline connector transcripts --id` shows it, without passwords and tickets.

        \(table(RangeEntries.all.map(\.entry), inOrder: true))

        ## What Plumbline finds itself

        \(ownTable)

        """
    }

    private static let head =
        "| Code | What happened | For the money | Who | Steps | Passes |\n|---|---|---|---|---|---|\n"

    private static func table(_ entries: [FaultEntry], inOrder: Bool = false) -> String {
        let sorted = inOrder ? entries : entries.sorted { ($0.code.count, $0.code) < ($1.code.count, $1.code) }
        return head
            + sorted.map { row($0.code, $0.summary, $0.meaning.sentence, $0.owner, $0.cure, $0.mayPass) }
            .joined(separator: "\n")
    }

    private static var ownTable: String {
        let faults = OwnFault.examples.map { row($0.code, $0.text, $0.meaning, $0.owner, $0.cure, $0.mayPass) }
        return table(OwnEntries.all) + "\n" + faults.joined(separator: "\n")
    }

    private static func row(
        _ code: String, _ text: String, _ meaning: String, _ owner: FaultOwner, _ cure: String, _ mayPass: Bool
    ) -> String {
        "| `\(code)` | \(text) | \(meaning) | \(owner.words) | \(cure) | \(mayPass ? "yes" : "no") |"
    }
}
