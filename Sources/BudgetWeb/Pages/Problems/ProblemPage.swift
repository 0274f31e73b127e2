import MarkupBytes

/// A page for a request that does not fit.
enum ProblemPage {
    static func answer(_ problem: PageProblem, on visit: Visit) -> PageAnswer {
        let next: HTML
        let isSignIn: Bool
        if case .staleForm(let link, let fields) = problem {
            (next, isSignIn) = (repeated(link, fields, on: visit), visit.signedIn == nil)
        } else {
            (next, isSignIn) = (.p(.a(Site.dashboard.link, "Back to the dashboard")), false)
        }
        let (title, sentence) =
            isSignIn
            ? ("You were signed out in the meantime", "Nothing was done yet.") : (problem.title, problem.sentence)
        var answer = PageAnswer.page(
            Page(title, isPlain: isSignIn, .p(.text(sentence)), next), status: problem.status)
        if case .noSuch(let missing) = problem { answer.missing = "There is no \(missing)." }
        return answer
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
