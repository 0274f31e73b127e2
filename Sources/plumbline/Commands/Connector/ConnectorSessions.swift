import ArgumentParser
import BudgetDomain
import BudgetOperations
import QuickBooksDesktop

struct ConnectorSessions: Verb {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Show the sessions of the Web Connector, newest first.",
        discussion: "`connector transcripts --session` shows what was asked and answered in one of them.")

    @OptionGroup var part: PartOptions
    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        return Self.report(of: try await scope.plumbline.connectorSessions(of: company.id, page: part.page))
    }

    static func report(of sessions: PartOfLog<ConnectorSessionRecord>) -> Report {
        let rows = sessions.rows.map(ConnectorSessionJSON.init)
        let table = Table(
            [.text("Session"), .text("Began"), .text("From"), .text("State"), .prose("What it did")],
            rows: zip(sessions.rows, rows).map { session, told in
                [
                    session.id, session.openedAt.toTheMinute, session.address ?? "–", told.isOpen ? "open" : "over",
                    told.summary ?? "–",
                ]
            })
        return Report([.table(table)] + PartOptions.rest(of: sessions), json: rows)
    }
}

struct ConnectorSessionJSON: Encodable {
    let id: String
    let address: String?
    let openedAt: String
    let lastCallAt: String
    let closedAt: String?
    let isOpen: Bool
    /// How many requests that write left in it.
    let requests: Int
    let summary: String?

    init(_ session: ConnectorSessionRecord) {
        id = session.id
        address = session.address
        openedAt = session.openedAt.iso
        lastCallAt = session.lastCallAt.iso
        closedAt = session.closedAt?.iso
        isOpen = session.closedAt == nil
        requests = session.requests
        summary = SessionSummary.text(of: session)
    }
}
