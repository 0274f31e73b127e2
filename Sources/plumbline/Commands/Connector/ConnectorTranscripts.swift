import ArgumentParser
import BudgetDomain
import BudgetOperations
import QuickBooksDesktop

struct ConnectorTranscripts: Verb {
    static let configuration = CommandConfiguration(
        commandName: "transcripts",
        abstract: "Show the exchanges with QuickBooks that ended in trouble, newest first.",
        discussion: """
            With --session it shows all exchanges of one session, in their order. With --id it shows what was asked \
            and what came, without passwords and tickets. Send that with a code that nobody knows. The last \
            \(Transcript.mostKept) with trouble are kept, and the last \(Transcript.mostKeptWithoutTrouble) without.
            """)

    @Option(help: "The session, as `connector sessions` names it.")
    var session: String?

    @Option(help: "The transcript that a message names.")
    var id: String?

    @OptionGroup var part: PartOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard id == nil || session == nil else {
            throw ValidationError("Name a transcript with --id or a session with --session, not both.")
        }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        guard let id else {
            let found =
                if let session {
                    try await scope.plumbline.transcripts(ofSession: session, of: company.id, page: part.page)
                } else {
                    try await scope.plumbline.troubles(of: company.id, page: part.page)
                }
            if let session, found.total == 0 {
                throw ValidationError(
                    "No exchange of session \(session) is kept; `connector sessions` names those that there are.")
            }
            return Self.list(of: found)
        }
        guard let one = try await scope.plumbline.transcript(id: id, of: company.id) else {
            throw ValidationError("There is no transcript \(id); without --id those with trouble are listed.")
        }
        return Self.report(of: one)
    }

    static func list(of transcripts: PartOfLog<Transcript>) -> Report {
        let table = Table(
            [.text("Transcript"), .text("When"), .text("Session"), .text("Code"), .prose("While")],
            rows: transcripts.rows.map {
                [$0.id, $0.at.toTheMinute, $0.sessionID ?? "–", $0.code.isEmpty ? "–" : $0.code, $0.step]
            })
        return Report(
            [.table(table)] + PartOptions.rest(of: transcripts),
            json: transcripts.rows.map { TranscriptJSON($0, isWhole: false) })
    }

    static func report(of transcript: Transcript) -> Report {
        let head: [Report.Block] = [
            "Transcript  \(transcript.id)",
            "When        \(transcript.at.iso)",
            "While       \(transcript.step)",
            "Session     \(transcript.sessionID ?? "not known")",
            "Code        \(transcript.code.isEmpty ? "none" : transcript.code)",
        ]
        let blocks = head + side("Asked", transcript.request) + side("Answered", transcript.answer)
        return Report(blocks, json: TranscriptJSON(transcript, isWhole: true))
    }

    private static func side(_ title: String, _ text: String) -> [Report.Block] {
        [.blank, .line(title)] + ElementsOnLines.text(text).split(separator: "\n").map { .line(String($0)) }
    }
}

struct TranscriptJSON: Encodable {
    let id: String
    let at: String
    let session: String?
    let step: String
    let code: String
    let isTrouble: Bool
    let request: String?
    let answer: String?

    init(_ transcript: Transcript, isWhole: Bool) {
        id = transcript.id
        at = transcript.at.iso
        session = transcript.sessionID
        step = transcript.step
        code = transcript.code
        isTrouble = transcript.isTrouble
        request = isWhole ? transcript.request : nil
        answer = isWhole ? transcript.answer : nil
    }
}
