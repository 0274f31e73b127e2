import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where somebody who is signed in changes the password.
enum PasswordPage {
    static let hint = "At least 12 characters. Four or five words that do not belong together are long and easy."

    static let route = PageRoute.signedIn(
        Site.password, get: { visit, _ in .page(page(on: visit)) }, post: change)

    @Sendable private static func change(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        do {
            let session = try await visit.plumbline.changePassword(
                from: visit.form["present-password"] ?? "", to: visit.form["password"] ?? "", by: signedIn,
                client: visit.client)
            return .seeOther(Site.account.link, flash: .passwordChanged).opening(session)
        } catch let refused as Refused {
            return .page(page(on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(on visit: Visit, refused: Refused? = nil) -> Page {
        Page(
            "Change the password", isPlain: true,
            refused.map { .refusal($0.refusals, title: "The password is as before", meaning: "Nothing was changed.") }
                ?? .nothing,
            .form(
                to: Site.password.link, on: visit, class: "form card",
                .field(FormField(name: "present-password", label: "Present password", kind: .currentPassword)),
                .field(FormField(name: "password", label: "New password", kind: .newPassword, hint: hint)),
                .button("Change the password", .main)),
            .p("Every other browser is signed out. ", .a(Site.account.link, "Back to your account")))
    }
}
