import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// One session of the Web Connector, with each of its exchanges.
enum SessionPage {
    static let route = PageRoute.signedIn(Site.erpSession, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let (plumbline, company, person) = (visit.plumbline, signedIn.company.id, signedIn.person.id)
        let id = visit.part(Site.erpSession)
        let found = try await plumbline.connectorSession(id: id, of: company, by: person)
        guard let session = found else { throw PageProblem.noSuch("session “\(id)”") }
        let transcripts = try await plumbline.transcripts(
            ofSession: session.id, of: company, page: LogParts.page(of: visit))
        let requests = try await plumbline.requests(in: session, of: company, by: person)
        return .page(
            ERPTab.log.page(
                titled: "Session \(session.id)", beside: session.badge, facts(session),
                exchanges(transcripts, of: session), requests.isEmpty ? .nothing : LogPage.requests(requests),
                .p(.a(LogPage.View.sessions.link, "Back to the sessions"))))
    }

    private static func facts(_ session: ConnectorSessionRecord) -> HTML {
        let unanswered = SessionSummary.unansweredStep(of: session).map { step in
            (
                session.closedAt == nil ? "Waits for the answer to" : "No answer came to",
                HTML.text(step)
            )
        }
        return .facts(
            [
                ("From", .text(session.address ?? "not known")), ("Began", .moment(session.openedAt)),
                ("Last call", .moment(session.lastCallAt)),
                ("Ended", session.closedAt.map { .moment($0) } ?? "not yet"),
                ("What it did", .text(SessionSummary.text(of: session) ?? "It did not begin.")),
            ] + (unanswered.map { [$0] } ?? []))
    }

    private static func exchanges(_ part: PartOfLog<Transcript>, of session: ConnectorSessionRecord) -> HTML {
        guard part.total > 0 else {
            return .emptyState("No exchange is kept", "None took place, or newer ones took the place of their texts.")
        }
        return [
            .table(
                "Exchanges of the session",
                [.text("Answered"), .number("Took"), .text("While"), .text("Result"), .text("Transcript")],
                rows: part.rows.map { transcript in
                    [
                        .moment(transcript.at), .text(transcript.took ?? "–"), .text(transcript.step),
                        transcript.result, .a(Site.erpTranscript.link(transcript.id), .text(transcript.id)),
                    ]
                }),
            .pager(part.pageOfList) { Site.erpSession.link(session.id).with("page", "\($0)") },
        ]
    }
}

extension Transcript {
    /// How long the computer with QuickBooks took, to a tenth of a second.
    var took: String? {
        askedAt.map { asked in
            let tenths = (at.microsecondsSince1970 - asked.microsecondsSince1970) / 100_000
            return "\(tenths / 10).\(tenths % 10) s"
        }
    }

    var result: HTML {
        if isTrouble { return .badge("Trouble: \(code)", .bad) }
        return code.isEmpty ? .badge("Taken in", .good) : .badge(code, .waiting)
    }
}
