import ArgumentParser
import QuickBooksDesktop

struct ConnectorExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a code of QuickBooks or the Web Connector means, and who mends it how.",
        discussion: "Codes are taken as they stand in a message or a log: 3250, 0x80040414, QBWC1012, estimate-missing."
    )

    @Argument(help: "The code.")
    var code: String

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            try shared.write(Self.report(of: FaultCatalogue.explanation(of: code)), on: terminal)
        }
    }

    static func report(of found: FaultExplanation) -> Report {
        Report(
            [
                "\(found.code)  \(found.text)",
                "For the money  \(found.meaning)",
                "Who mends it   \(found.owner)",
                "Steps          \(found.cure)",
                found.mayPass ? "The next session tries again by itself." : "It does not pass by itself.",
            ], json: FaultExplanationJSON(found))
    }
}

struct FaultExplanationJSON: Encodable {
    let code: String
    let text: String
    let meaning: String
    let owner: String
    let cure: String
    let mayPass: Bool
    let isKnown: Bool

    init(_ found: FaultExplanation) {
        code = found.code
        text = found.text
        meaning = found.meaning
        owner = found.owner
        cure = found.cure
        mayPass = found.mayPass
        isKnown = found.isKnown
    }
}
