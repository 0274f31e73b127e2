import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where people sign in.
enum SignInPage {
    static let route = PageRoute.open(Site.signIn, get: show, post: signIn)

    @Sendable private static func show(_ visit: Visit) async throws -> PageAnswer {
        if visit.signedIn != nil { return .seeOther(visit.after(visit.query)) }
        return .page(page(on: visit, then: visit.query["then"], email: ""))
    }

    @Sendable private static func signIn(_ visit: Visit) async throws -> PageAnswer {
        let email = visit.form["email"] ?? ""
        do {
            let result = try await visit.plumbline.signIn(
                email: email, password: visit.form["password"] ?? "", client: visit.client)
            let kept = KeptForm(carriedBy: visit.form)
            switch result {
            case .signedIn(let session):
                return kept?.page(within: session, on: visit) ?? .seeOther(visit.after(visit.form)).opening(session)
            case .goesOn(let step):
                if let kept { return try await SignInNextPage.goingOn(with: step, kept: kept, on: visit) }
                let then = visit.form["then"].flatMap(Link.init(local:)) ?? Site.dashboard.link
                return .seeOther(Site.signInNext.link.with("then", then.text)).setting(.step, step)
            }
        } catch let refused as Refused {
            let page = page(on: visit, then: visit.form["then"], email: email, refused: refused)
            return .page(page, refusing: refused)
        }
    }

    private static func page(on visit: Visit, then: String?, email: String, refused: Refused? = nil) -> Page {
        Page(
            "Sign in", isPlain: true,
            refused.map { .refusal($0.refusals, title: "You are not signed in", meaning: noHarm) } ?? .nothing,
            form(on: visit, then: then, email: email, kept: KeptForm(carriedBy: visit.form)),
            .p(
                """
                You come in by an invitation from your company. Whoever lost the password asks a Directory Admin for \
                a new link.
                """))
    }

    /// - Parameter kept: what was typed into another form, which goes along.
    static func form(on visit: Visit, then: String?, email: String, kept: KeptForm?) -> HTML {
        .form(
            to: Site.signIn.link, on: visit, class: "form card", then.map { .hidden("then", $0) } ?? .nothing,
            kept?.carried ?? .nothing,
            .field(FormField(name: "email", label: "E-mail address", kind: .email, value: email)),
            .field(FormField(name: "password", label: "Password", kind: .currentPassword)),
            .button("Sign in", .main))
    }

    /// The same sentence for every refusal here, so that it tells nothing about who has an account.
    private static let noHarm = "Nothing was changed."
}
