import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ConnectorTranscripts: Verb {
    static let configuration = CommandConfiguration(
        commandName: "transcripts",
        abstract: "Show the exchanges with QuickBooks that ended in trouble, newest first.",
        discussion: """
            With --id it shows what was asked and what came, without passwords and tickets. Send that with a code that \
            nobody knows. The last \(Transcript.mostKept) are kept.
            """)

    @Option(help: "The transcript that a message names.")
    var id: String?

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let found = try await scope.plumbline.transcripts(of: company.id, id: id)
        guard let id else { return Self.list(of: found) }
        guard let one = found.first else {
            throw ValidationError("There is no transcript \(id); without --id all are listed.")
        }
        return Self.report(of: one)
    }

    static func list(of transcripts: [Transcript]) -> Report {
        let table = Table(
            [.text("Transcript"), .text("When"), .text("Code"), .prose("While")],
            rows: transcripts.map { [$0.id, $0.at.toTheMinute, $0.code, $0.step] })
        return Report([.table(table)], json: transcripts.map { TranscriptJSON($0, isWhole: false) })
    }

    static func report(of transcript: Transcript) -> Report {
        let head: [Report.Block] = [
            "Transcript  \(transcript.id)",
            "When        \(transcript.at.iso)",
            "While       \(transcript.step)",
            "Code        \(transcript.code)",
        ]
        let blocks = head + side("Asked", transcript.request) + side("Answered", transcript.answer)
        return Report(blocks, json: TranscriptJSON(transcript, isWhole: true))
    }

    private static func side(_ title: String, _ text: String) -> [Report.Block] {
        [.blank, .line(title)] + text.split(separator: "\n").map { .line(String($0)) }
    }
}

struct TranscriptJSON: Encodable {
    let id: String
    let at: String
    let step: String
    let code: String
    let request: String?
    let answer: String?

    init(_ transcript: Transcript, isWhole: Bool) {
        id = transcript.id
        at = transcript.at.iso
        step = transcript.step
        code = transcript.code
        request = isWhole ? transcript.request : nil
        answer = isWhole ? transcript.answer : nil
    }
}
