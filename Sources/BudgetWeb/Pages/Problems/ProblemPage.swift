import MarkupBytes

/// A page for a request that does not fit.
enum ProblemPage {
    static func answer(_ problem: PageProblem, on visit: Visit) -> PageAnswer {
        let next: HTML
        var (title, sentence, isSignIn) = (problem.title, problem.sentence, false)
        switch problem {
        case .staleForm(let link, let fields):
            next = repeated(link, fields, on: visit)
            isSignIn = visit.signedIn == nil
            if isSignIn { (title, sentence) = ("You were signed out in the meantime", "Nothing was done yet.") }
        case .staleFile(let link):
            next = chosenAgain(link, on: visit)
            isSignIn = visit.signedIn == nil
        case .tooLarge, .tooManyFields, .unreadableForm, .tooSlow:
            // A form is shown at the address that it is sent to.
            next = visit.here.map { HTML.p(.a($0, "Back to where you were")) } ?? dashboard
        case .notFound, .noSuch, .methodNotAllowed, .forgedForm, .tooManyRows: next = dashboard
        }
        var answer = PageAnswer.page(
            Page(title, isPlain: isSignIn, .p(.text(sentence)), next), status: problem.status)
        if case .noSuch(let missing) = problem { answer.missing = "There is no \(missing)." }
        return answer
    }

    private static let dashboard = HTML.p(.a(Site.dashboard.link, "Back to the dashboard"))

    /// The page on which the file is chosen, at once or after signing in.
    private static func chosenAgain(_ link: Link, on visit: Visit) -> HTML {
        guard visit.signedIn == nil else { return .p(.buttonLink(link, isMain: true, "Choose the file again")) }
        return [
            .p("Sign in here, and choose the file again."),
            SignInPage.form(on: visit, then: link.text, email: "", kept: nil),
        ]
    }

    /// The form once more, as it was filled in, at once or after signing in; secrets are typed again on their page.
    private static func repeated(_ link: Link, _ fields: FormFields, on visit: Visit) -> HTML {
        let kept = KeptForm(to: link, fields)
        guard visit.signedIn == nil else { return kept.map { sent($0, on: visit) } ?? again(link) }
        guard ![Site.passwordLink.link, Site.setUp.link].contains(link) else {
            return .p("Open the link that you were given once more.")
        }
        return [
            .p(
                kept == nil
                    ? "Sign in, and type it again."
                    : "Nothing you typed is lost: sign in here, and it is shown again."),
            SignInPage.form(on: visit, then: nil, email: "", kept: kept),
        ]
    }

    private static func sent(_ kept: KeptForm, on visit: Visit) -> HTML {
        [.p("Nothing you typed is lost. Send it once more from here."), kept.sending(on: visit)]
    }

    private static func again(_ link: Link) -> HTML {
        [.p("Passwords and codes are not kept: type them again."), .p(.buttonLink(link, isMain: true, "Go on"))]
    }
}
