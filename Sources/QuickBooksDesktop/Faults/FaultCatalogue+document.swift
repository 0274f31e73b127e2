extension FaultCatalogue {
    /// The catalogue as the reference page prints it.
    static var document: String {
        """
        # QuickBooks' errors

        What Plumbline says when QuickBooks or the Web Connector reports an error. QuickBooks' own message is always \
        shown with it. *Passes* means that the next session tries again by itself.

        ## Status codes of QuickBooks

        \(table(StatusEntries.all))

        ## Codes about a whole set of requests

        \(table(MessageSetEntries.all))

        ## Codes of the Web Connector (HRESULT)

        \(table(HRESULTEntries.all))

        ## What Plumbline finds itself

        \(ownTable)

        """
    }

    private static let head = "| Code | What happened | For the money | Cure | Passes |\n|---|---|---|---|---|\n"

    private static func table(_ entries: [FaultEntry]) -> String {
        head
            + entries.sorted { ($0.code.count, $0.code) < ($1.code.count, $1.code) }.map {
                row($0.code, $0.summary, $0.meaning.sentence, $0.cure, $0.mayPass)
            }.joined(separator: "\n")
    }

    private static var ownTable: String {
        let faults = OwnFault.examples.map { row($0.code, $0.text, $0.meaning, $0.cure, $0.mayPass) }
        return table(OwnEntries.all) + "\n" + faults.joined(separator: "\n")
    }

    private static func row(
        _ code: String, _ text: String, _ meaning: String, _ cure: String, _ mayPass: Bool
    ) -> String {
        "| `\(code)` | \(text) | \(meaning) | \(cure) | \(mayPass ? "yes" : "no") |"
    }
}
