import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The second half of signing in: which company, where the password is right in several, and the code of the second
/// factor.
enum SignInNextPage {
    static let route = PageRoute.open(Site.signInNext, get: show, post: goOn)

    @Sendable private static func show(_ visit: Visit) async throws -> PageAnswer {
        let choices = try await choices(of: visit)
        guard !choices.isEmpty else { return .seeOther(Site.signIn.link) }
        return .page(page(choices, on: visit, kept: nil))
    }

    /// The same page at once, where the sign-in takes along what was typed into another form.
    static func goingOn(with step: String, kept: KeptForm, on visit: Visit) async throws -> PageAnswer {
        let choices = try await visit.plumbline.signInChoices(step: step)
        return .page(page(choices, on: visit, kept: kept)).setting(.step, step)
    }

    private static func page(_ choices: [SignInChoice], on visit: Visit, kept: KeptForm?) -> Page {
        if let only = choices.first, choices.count == 1 { return codePage(for: only, on: visit, kept: kept) }
        return choicePage(choices, on: visit, kept: kept)
    }

    @Sendable private static func goOn(_ visit: Visit) async throws -> PageAnswer {
        guard let step = visit.step,
            let choice = try await choices(of: visit).first(where: { $0.company.id.text == visit.form["company"] })
        else { throw Refused(.signInIsOver) }
        let kept = KeptForm(carriedBy: visit.form)
        if choice.needsCode, visit.form["code"] == nil {
            return .page(codePage(for: choice, on: visit, kept: kept))
        }
        do {
            let session = try await visit.plumbline.finishSignIn(
                step: step, in: choice.company.id, code: visit.form["code"], client: visit.client)
            return kept?.page(within: session, on: visit) ?? .seeOther(visit.after(visit.form)).opening(session)
        } catch let refused as Refused where refused.refusals != [.signInIsOver] {
            return .page(
                codePage(for: choice, on: visit, kept: kept, refused: refused), refusing: refused)
        }
    }

    private static func choices(of visit: Visit) async throws -> [SignInChoice] {
        guard let step = visit.step else { return [] }
        return try await visit.plumbline.signInChoices(step: step)
    }

    private static func choicePage(_ choices: [SignInChoice], on visit: Visit, kept: KeptForm?) -> Page {
        let buttons = choices.map { choice in
            HTML.form(
                to: Site.signInNext.link, on: visit, .hidden("company", choice.company.id.text),
                .hidden("then", visit.after(visit.query).text), kept?.carried ?? .nothing,
                .button(choice.company.name))
        }
        return Page(
            "Choose a company", isPlain: true, .p("Your address belongs to several companies."),
            .tag("div", [.class("card stack")], .fragment(buttons)))
    }

    private static func codePage(
        for choice: SignInChoice, on visit: Visit, kept: KeptForm?, refused: Refused? = nil
    ) -> Page {
        let then = visit.form["then"] ?? visit.query["then"] ?? ""
        return Page(
            "Second factor", isPlain: true,
            refused.map { .refusal($0.refusals, title: "You are not signed in", meaning: "Nothing was changed.") }
                ?? .nothing,
            .form(
                to: Site.signInNext.link, on: visit, class: "form card",
                .hidden("company", choice.company.id.text), .hidden("then", then),
                kept?.carried ?? .nothing,
                .field(
                    FormField(
                        name: "code", label: "Code", kind: .code,
                        hint: "The six digits of your authenticator app, or one of your recovery codes.")),
                .button("Sign in", .main)))
    }
}
