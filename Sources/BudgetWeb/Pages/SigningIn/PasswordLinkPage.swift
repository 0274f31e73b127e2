import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where an invitation or a reset link leads: a password is set, once.
enum PasswordLinkPage {
    static let route = PageRoute.open(Site.passwordLink, get: show, post: set)

    @Sendable private static func show(_ visit: Visit) async throws -> PageAnswer {
        let secret = visit.query["link"] ?? ""
        return .page(page(for: try await visit.plumbline.signInLink(secret), secret, on: visit))
    }

    @Sendable private static func set(_ visit: Visit) async throws -> PageAnswer {
        let secret = visit.form["link"] ?? ""
        let holder = try await visit.plumbline.signInLink(secret)
        do {
            try await visit.plumbline.setPassword(visit.form["password"] ?? "", byLink: secret)
            return .seeOther(Site.signIn.link, flash: .passwordSet).closingSession()
        } catch let refused as Refused where refused.refusals != [.linkIsNotValid] {
            return .page(page(for: holder, secret, on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(
        for holder: SignInLinkHolder, _ secret: String, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        let title = holder.purpose == .invitation ? "Welcome, \(holder.person.name)" : "Set a new password"
        let problem = refused?.refusals.first.map { "\($0.sentence) \($0.cure)" }
        return Page(
            title, isPlain: true,
            refused.map { .refusal($0.refusals, title: "The password was not set", meaning: "Nothing was changed.") }
                ?? .nothing,
            .form(
                to: Site.passwordLink.link, on: visit, class: "form card", .hidden("link", secret),
                .facts([
                    ("Company", .text(holder.company.name)), ("E-mail address", .text(holder.person.email)),
                ]), .emptyTag("input", usernameForPasswordKeepers(holder.person.email)),
                .field(
                    FormField(
                        name: "password", label: "New password", kind: .newPassword, hint: PasswordPage.hint,
                        problem: problem)), .button("Set the password", .main)))
    }

    /// Browsers that keep passwords look for the name beside them.
    private static func usernameForPasswordKeepers(_ email: String) -> [HTMLAttribute?] {
        [
            .named("type", "text"), .named("autocomplete", "username"), .named("value", email), .flag("readonly"),
            .flag("hidden"),
        ]
    }
}
