import MarkupBytes

/// A page for a request that does not fit.
enum ProblemPage {
    static func answer(_ problem: PageProblem, on visit: Visit) -> PageAnswer {
        let next: HTML =
            if case .staleForm(let link, let fields) = problem {
                repeated(link, fields, on: visit)
            } else {
                .p(.a(Site.dashboard.link, "Back to the dashboard"))
            }
        return .page(Page(problem.title, .p(.text(problem.sentence)), next), status: problem.status)
    }

    /// The form once more, as it was filled in; secrets are typed again on the page itself.
    private static func repeated(_ link: Link, _ fields: FormFields, on visit: Visit) -> HTML {
        let isSecret = fields.pairs.contains { $0.name.contains("password") || $0.name.contains("code") }
        guard visit.signedIn != nil, !isSecret else {
            return [
                .p("If you sign in in another window and come back to this one, you can send it again by reloading."),
                .p(.buttonLink(Site.signIn.link, isMain: true, "Sign in")),
            ]
        }
        let kept = fields.pairs.filter { $0.name != "\(HTML.formTokenField)" }
        return [
            .facts(kept.map { (name: $0.name, value: .text($0.value)) }),
            .form(
                to: link, on: visit,
                .fragment(
                    kept.map {
                        .emptyTag(
                            "input",
                            [.named("type", "hidden"), .named("name", $0.name), .named("value", $0.value)])
                    }), .button("Send it again", .main)),
        ]
    }
}
