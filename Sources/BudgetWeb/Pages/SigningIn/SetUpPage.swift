import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The first page of all: makes the company and its first administrator, for whoever has the link from the server's
/// terminal.
enum SetUpPage {
    static let route = PageRoute.open(Site.setUp, get: show, post: setUp)

    @Sendable private static func show(_ visit: Visit) async throws -> PageAnswer {
        let secret = visit.query["link"] ?? ""
        try await visit.plumbline.checkSetUpLink(secret)
        return .page(page(secret, on: visit))
    }

    @Sendable private static func setUp(_ visit: Visit) async throws -> PageAnswer {
        let form = visit.form
        let secret = form["link"] ?? ""
        do {
            let session = try await visit.plumbline.setUp(
                SetUpAnswers(
                    companyName: form["company"] ?? "", currency: Currency(code: form["currency"] ?? "") ?? .usd,
                    personName: form["name"] ?? "", email: form["email"] ?? "", password: form["password"] ?? ""),
                byLink: secret, client: visit.client)
            return .seeOther(Site.dashboard.link, flash: .welcome).opening(session)
        } catch let refused as Refused where refused.refusals != [.linkIsNotValid] {
            return .page(page(secret, on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(_ secret: String, on visit: Visit, refused: Refused? = nil) -> Page {
        let form = visit.form
        let currencies = Currency.allCases.map { (value: $0.code, title: $0.code) }
        return Page(
            "Set up Plumbline", isPlain: true,
            refused.map { .refusal($0.refusals, title: "The company was not made", meaning: "Nothing was stored.") }
                ?? .nothing,
            .form(
                to: Site.setUp.link, on: visit, class: "form card", .hidden("link", secret),
                .field(FormField(name: "company", label: "Company", value: form["company"] ?? "")),
                .field(
                    FormField(
                        name: "currency", label: "Currency", kind: .choice(currencies),
                        hint: "The currency of the QuickBooks company file.", value: form["currency"] ?? "USD")),
                .field(FormField(name: "name", label: "Your name", value: form["name"] ?? "")),
                .field(
                    FormField(name: "email", label: "Your e-mail address", kind: .email, value: form["email"] ?? "")),
                .field(
                    FormField(name: "password", label: "Password", kind: .newPassword, hint: PasswordPage.hint)),
                .button("Set up", .main)),
            .p(
                "You become Directory Admin. Who may push to accounting for the first time is decided on the server: ",
                .code("plumbline user allow-accounting EMAIL"), ". After that, approvers grant it here."))
    }
}
