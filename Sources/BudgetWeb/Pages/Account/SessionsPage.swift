import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a person is signed in.
enum SessionsPage {
    static let route = PageRoute.signedIn(Site.sessions, get: show, post: end)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let sessions = try await visit.plumbline.browserSessions(of: signedIn)
        let rows = sessions.map { session in
            [
                .text(BrowserName.of(session.userAgent)), .text(session.address), .moment(session.createdAt),
                .moment(session.lastUsedAt), action(on: session, visit, signedIn),
            ] as [HTML]
        }
        let everywhere = HTML.form(
            to: Site.sessions.link, on: visit, .hidden("session", "all"), .button("Sign out everywhere", .danger))
        return .page(
            Page(
                "Where you are signed in", beside: everywhere,
                .table(
                    "Browsers that are signed in",
                    [
                        .text("Browser"), .text("Address"), .text("Signed in"), .text("Last used"), .text("Action"),
                    ], rows: rows), .p(.a(Site.account.link, "Back to your account"))))
    }

    @Sendable private static func end(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let session = visit.form["session"] ?? ""
        if session == "all" {
            try await visit.plumbline.endEverySession(by: signedIn)
            return .seeOther(Site.signIn.link, flash: .everySessionEnded).closingSession().setting(.device, nil)
        }
        try await visit.plumbline.endSession(ID(session), by: signedIn)
        return .seeOther(Site.sessions.link, flash: .sessionEnded)
    }

    private static func action(on session: BrowserSession, _ visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        guard session.id != signedIn.session else { return .badge("This browser", .good) }
        return .form(
            to: Site.sessions.link, on: visit, .hidden("session", session.id.text), .button("Sign out"))
    }
}

/// What a person calls a browser.
enum BrowserName {
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]

    static func of(_ userAgent: String) -> String {
        let browser = browsers.first { userAgent.contains($0.0) }?.1 ?? "A browser"
        let system = systems.first { userAgent.contains($0.0) }?.1
        return system.map { "\(browser) on \($0)" } ?? browser
    }
}
