import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// The Log tab: sessions, the requests that wrote, and the exchanges that ended in trouble.
enum LogPage {
    static let route = PageRoute.signedIn(Site.erpLog, get: show)

    enum View: String, CaseIterable {
        case sessions, requests, troubles

        var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
        var link: Link { Site.erpLog.link.with("view", rawValue) }
    }

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewERPLists)
        let (plumbline, company, person) = (visit.plumbline, signedIn.company.id, signedIn.person.id)
        let current = visit.query["view"].flatMap(View.init(rawValue:)) ?? .sessions
        let page = LogParts.page(of: visit)
        let part: [HTML] =
            switch current {
            case .sessions:
                parts(try await plumbline.connectorSessions(of: company, page: page, by: person), current, sessions)
            case .requests:
                parts(try await plumbline.requests(of: company, page: page, by: person), current) { requests($0) }
            case .troubles: parts(try await plumbline.troubles(of: company, page: page), current, troubles)
            }
        let tabs = View.allCases.map { view in
            LinkTab(title: view.title, link: view.link, isCurrent: view == current)
        }
        return .page(
            ERPTab.log.page(
                titled: "ERP Integrations", .tabs("Parts of the log", tabs), .fragment(part), .p(.text(kept(current)))))
    }

    private static func parts<Row>(_ part: PartOfLog<Row>, _ view: View, _ table: ([Row]) -> HTML) -> [HTML] {
        [table(part.rows), .pager(part.pageOfList) { view.link.with("page", "\($0)") }]
    }

    /// How long the rows stay.
    private static func kept(_ view: View) -> String {
        switch view {
        case .sessions:
            """
            Sessions are kept for a year. The texts of the newest \(Transcript.mostKeptWithoutTrouble) exchanges \
            without trouble are kept with them.
            """
        case .requests: "What wrote to QuickBooks, or was to, is kept for ever, with both sides."
        case .troubles: "The newest \(Transcript.mostKept) are kept."
        }
    }

    private static func sessions(_ sessions: [ConnectorSessionRecord]) -> HTML {
        guard !sessions.isEmpty else {
            return .emptyState("No session yet", "A session opens when the Web Connector calls and something waits.")
        }
        return .table(
            "Sessions of the Web Connector",
            [.text("Began"), .text("Last call"), .text("State"), .number("Requests that write"), .text("What it did")],
            rows: sessions.map { session in
                [
                    .a(Site.erpSession.link(session.id), .moment(session.openedAt)), .moment(session.lastCallAt),
                    session.badge, .text("\(session.requests)"), .text(SessionSummary.text(of: session) ?? "–"),
                ]
            })
    }

    static func requests(_ requests: [RequestRecord]) -> HTML {
        guard !requests.isEmpty else {
            return .emptyState("Nothing was written yet", "Each request that writes to QuickBooks is kept here.")
        }
        return .table(
            "Requests that write",
            [.text("Request"), .text("Writes"), .text("State"), .text("Left"), .text("Answered")],
            rows: requests.map { request in
                [
                    .a(Site.erpRequest.link(request.id), .text(request.id)), .text(request.purpose.rawValue),
                    request.state.badge, .moment(request.handedOutAt), request.answeredAt.map { .moment($0) } ?? "–",
                ]
            })
    }

    private static func troubles(_ transcripts: [Transcript]) -> HTML {
        guard !transcripts.isEmpty else {
            return .emptyState("No trouble", "No exchange with QuickBooks ended in an error that is worth a look.")
        }
        return .table(
            "Exchanges that ended in trouble",
            [.text("Transcript"), .text("When"), .text("While"), .text("Code"), .text("What the code means")],
            rows: transcripts.map { transcript in
                [
                    .a(Site.erpTranscript.link(transcript.id), .text(transcript.id)), .moment(transcript.at),
                    .text(transcript.step), .text(transcript.code),
                    .text(FaultCatalogue.explanation(of: transcript.code).text),
                ]
            })
    }
}

extension LogParts {
    /// The page that the address asks for.
    static func page(of visit: Visit) -> Int { max(1, Int(visit.query["page"] ?? "") ?? 1) }
}

extension PartOfLog {
    var pageOfList: PageOfList { PageOfList(number: page, rowsPerPage: LogParts.rowsPerPage, rows: total) }
}

extension ConnectorSessionRecord {
    var badge: HTML { closedAt == nil ? .badge("Open", .busy) : .badge("Over", .neutral) }
}

extension MessageSet.State {
    var badge: HTML {
        switch self {
        case .handedOut: .badge("Under way", .busy)
        case .unknown: .badge("Answer lost", .waiting)
        case .inconclusive: .badge("Being looked up", .waiting)
        case .answered: .badge("Answered", .good)
        }
    }
}
