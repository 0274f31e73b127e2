import BudgetDomain
import BudgetOperations
import MarkupBytes

/// How somebody signs in, and the ways to let them in who cannot.
enum PersonSignIn {
    static let linkRoute = PageRoute.signedIn(Site.personLink, post: makeLink)
    static let secondFactorRoute = PageRoute.signedIn(Site.personSecondFactor, post: removeSecondFactor)

    static func card(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        .card("Signing in", .facts(facts(view.signIn)), acts(view, on: visit, signedIn))
    }

    private static func facts(_ standing: SignInStanding) -> [(name: String, value: HTML)] {
        let link: [(name: String, value: HTML)] =
            if let purpose = standing.link, let end = standing.linkExpiresAt {
                [(purpose == .invitation ? "Invitation" : "Link to set a password", ["good until ", .moment(end)])]
            } else { [] }
        return [
            ("Password", standing.hasPassword ? "set" : "none yet: they cannot sign in"),
            ("Second factor", standing.hasSecondFactor ? .badge("On", .good) : .badge("Off", .neutral)),
            ("Last seen", standing.lastUsedAt.map { .moment($0) } ?? "not signed in anywhere"),
        ] + link
    }

    private static func acts(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        let person = view.person
        guard person.id != signedIn.person.id else {
            return .p(.buttonLink(Site.account.link, "Your password, browsers and second factor"))
        }
        let purpose: SignInLinkPurpose = view.signIn.hasPassword ? .reset : .invitation
        let label = purpose == .reset ? "Make a link to reset the password" : "Make an invitation link"
        let refusals =
            person.isActive
            ? signedIn.person.refusals(ofLettingIn: person) : [.personIsDeactivated(person: person.name)]
        guard refusals.isEmpty else {
            return .button(label, id: "why-not-link", refusedFor: refusals)
        }
        let factor: HTML =
            view.signIn.hasSecondFactor
            ? .form(
                to: Site.personSecondFactor.link(person.id.text), on: visit,
                .button("Remove the second factor", .danger))
            : .nothing
        return .tag(
            "div", [.class("row")],
            .form(
                to: Site.personLink.link(person.id.text), on: visit, .hidden("purpose", purpose.rawValue),
                .button(label)), factor)
    }

    @Sendable private static func makeLink(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        guard let purpose = visit.form["purpose"].flatMap(SignInLinkPurpose.init(rawValue:)) else {
            throw PageProblem.unreadableForm
        }
        return try await PersonPage.act(
            Site.personLink, visit, signedIn, title: "No link was made"
        ) { view in
            let link = try await visit.plumbline.makeSignInLink(
                purpose, for: view.person.email, in: signedIn.company.id, by: signedIn.actor)
            return .page(page(of: link, purpose, on: visit))
        }
    }

    @Sendable private static func removeSecondFactor(
        _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        try await PersonPage.act(
            Site.personSecondFactor, visit, signedIn, title: "The second factor was not removed"
        ) { view in
            try await visit.plumbline.removeSecondFactor(
                of: view.person.email, in: signedIn.company.id, by: signedIn.actor)
            return .seeOther(Site.person.link(view.person.id.text), flash: .secondFactorRemoved)
        }
    }

    /// The link, this once: only its digest is kept.
    static func page(of link: NewSignInLink, _ purpose: SignInLinkPurpose, on visit: Visit) -> Page {
        let person = link.person
        return Page(
            purpose == .invitation ? "An invitation for \(person.name)" : "A link for \(person.name)",
            section: .directory, isPlain: true,
            .card(
                "Hand it over yourself",
                .p("Plumbline sends no mail. Whoever opens this link first sets the password of \(person.email)."),
                .tag(
                    "p", [.class("handed-over")],
                    .code(.text(PublicLink.password(link.secret, at: visit.siteURL)))),
                .facts([
                    ("Good until", .moment(link.expiresAt)), ("Good for", "one use"),
                    ("Earlier links", "worthless now"),
                ])),
            .p("It is not shown again. ", .a(Site.person.link(person.id.text), "I have it")))
    }
}
