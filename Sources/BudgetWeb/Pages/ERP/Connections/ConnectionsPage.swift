import BudgetDomain
import BudgetOperations
import HTTPTypes
import MarkupBytes
import QuickBooksDesktop

/// The Connections tab: sets the Web Connector up, and shows whether it calls.
enum ConnectionsPage {
    static let route = PageRoute.signedIn(
        Site.erpConnections, get: { visit, signedIn in .page(try await page(on: visit, signedIn)) }, post: act)
    static let qwcRoute = PageRoute.signedIn(Site.erpQWC, get: download)

    @Sendable private static func act(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let actor = Actor.person(signedIn.person.id, name: signedIn.person.name)
        if visit.form["act"] == "test", let url = AddressSteps.supportURL(of: visit.publicURL) {
            try signedIn.person.require(.configureERP)
            return .page(try await page(on: visit, signedIn, knocked: await visit.surroundings.knock(url)))
        }
        let company = signedIn.company.id
        let password =
            switch visit.form["act"] {
            case "add": try await visit.plumbline.addConnection(to: company, by: actor).password
            case "move": try await visit.plumbline.moveConnection(of: company, by: actor).password
            case "rotate": try await visit.plumbline.rotatePassword(of: company, by: actor)
            case _: throw PageProblem.unreadableForm  // default: no button of ours sends anything else
            }
        return .page(try await page(on: visit, signedIn, password: password))
    }

    /// The `.qwc` file, for the address that was typed.
    @Sendable private static func download(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.configureERP)
        guard let connection = try await visit.plumbline.connection(of: signedIn.company.id),
            let fileID = ExternalGUID(connection.fileID)
        else { throw Refused(.noConnection) }
        let address: WebConnectorAddress
        do {
            address = try WebConnectorAddress(base: visit.query["address"] ?? "")
        } catch {
            return .page(
                try await page(on: visit, signedIn, addressProblem: error.sentence), status: .unprocessableContent)
        }
        let file = QWCFile(
            companyName: signedIn.company.name, userName: connection.userName, fileID: fileID, address: address)
        try await visit.plumbline.noteQWCFileTaken(of: signedIn.company.id)
        return .file(
            DownloadedFile(name: file.suggestedFileName, contentType: "application/octet-stream", bytes: file.bytes))
    }

    private static func page(
        on visit: Visit, _ signedIn: SignedInPerson, password: String? = nil, addressProblem: String? = nil,
        knocked: KnockAnswer? = nil
    ) async throws -> Page {
        try signedIn.person.require(.configureERP)
        guard let connection = try await visit.plumbline.connection(of: signedIn.company.id) else {
            return ERPTab.connections.page(
                .emptyState(
                    "No QuickBooks connection yet", "A connection belongs to one company file.",
                    next: .form(
                        to: Site.erpConnections.link, on: visit, .hidden("act", "add"),
                        .button("Add a connection", .main))), settingsLink)
        }
        let file = try await visit.plumbline.companyFile(of: signedIn.company.id, by: signedIn.person.id)
        let written = try await visit.plumbline.lastWrite(of: signedIn.company.id, by: signedIn.person.id)
        let address = AddressSteps(
            publicURL: visit.publicURL, hasCalled: connection.lastContactAt != nil, answer: knocked)
        let beat = Heartbeat(of: connection, now: visit.now)
        return ERPTab.connections.page(
            beside: beat.badge, password.map { newPassword($0, connection) } ?? .nothing, beat.notice,
            facts(connection),
            .card(
                "Set-up",
                .timeline(ConnectionSteps.steps(of: connection, file, written: written, address: address)),
                test(of: address, on: visit)),
            qwcForm(visit, problem: addressProblem), acts(on: visit), settingsLink)
    }

    private static let settingsLink = HTML.p(.a(Site.erpSettings.link, "Company settings"))

    private static func test(of address: AddressSteps, on visit: Visit) -> HTML {
        guard AddressSteps.supportURL(of: address.publicURL) != nil else {
            return .button(
                "Test the address", id: "test-reason", because: ["The server has no public address to test."])
        }
        return .form(
            to: Site.erpConnections.link, on: visit, .hidden("act", "test"), .button("Test the address"))
    }

    private static func newPassword(_ password: String, _ connection: Connection) -> HTML {
        .notice(
            "The password of \(connection.userName)", .good, .p(.code(.text(password))),
            .p("It is shown this once. Type it into the Web Connector; an older one does not work any more."))
    }

    private static func facts(_ connection: Connection) -> HTML {
        .facts([
            ("User name", .text(connection.userName)),
            ("Last call", connection.lastContactAt.map { .moment($0) } ?? "never"),
            (
                "Next call",
                connection.lastContactAt.map {
                    ["expected by ", .moment($0.adding(seconds: Int64(QWCFile.usualMinutes * 60)))]
                } ?? "not known"
            ),
            ("Last session", .text(connection.lastSession ?? "none")),
            ("Company file", .text(connection.boundCompany ?? "none yet; the first session binds it")),
            ("Path", .text(connection.boundPath ?? "–")),
            ("Wrong passwords since the last call", .text("\(connection.refusedSignIns)")),
        ])
    }

    private static func qwcForm(_ visit: Visit, problem: String?) -> HTML {
        .tag(
            "form", [.class("form card"), .named("method", "get"), .named("action", Site.erpQWC.link.text)],
            .field(
                FormField(
                    name: "address", label: "Public address",
                    hint: "As the computer with QuickBooks reaches this server: https://budgets.example.com.",
                    value: visit.query["address"] ?? visit.publicURL ?? "", problem: problem)),
            .button("Download the .qwc file"))
    }

    private static func acts(on visit: Visit) -> HTML {
        [
            .form(
                to: Site.erpConnections.link, on: visit, .hidden("act", "rotate"),
                .button("Give it another password", .danger)),
            .p(.a(Site.erpMove.link, "Move to another company file")),
        ]
    }
}
