import BudgetOperations
import MarkupBytes

/// A form that came when its session was over. What was typed goes along through the sign-in and is then shown, ready
/// to be sent: nothing is stored, and nothing is done before whoever signed in says so.
struct KeptForm {
    private let link: Link
    private let fields: [FormFields.Pair]

    private static let linkField: StaticString = "kept-form"
    private static let prefix = "kept."

    /// - Returns: nil for a form with secrets, which are typed again on the page itself.
    init?(to link: Link, _ form: FormFields) {
        let isOfSigningIn = ["/account", "/sign-in", "/set-up"].contains(where: link.text.hasPrefix)
        let hasSecret = form.pairs.contains { $0.name.contains("password") || isOfSigningIn && $0.name == "code" }
        guard !hasSecret else { return nil }
        self.link = link
        fields = form.pairs.filter { $0.name != "\(HTML.formTokenField)" }
    }

    /// The one that a form of the sign-in carries, if it carries one.
    init?(carriedBy form: FormFields) {
        guard let link = form[Self.linkField].flatMap(Link.init(local:)) else { return nil }
        let kept = form.pairs.filter { $0.name.hasPrefix(Self.prefix) }
        self.init(
            to: link,
            FormFields(
                pairs: kept.map { .init(name: String($0.name.dropFirst(Self.prefix.count)), value: $0.value) }))
    }

    /// For a form of the sign-in, which hands it on.
    var carried: HTML {
        [.hidden(Self.linkField, link.text), Self.hidden(fields, prefix: Self.prefix)]
    }

    /// What was typed, and the button that sends it.
    func sending(on visit: Visit) -> HTML {
        [
            .facts(told.map { (name: Self.label(of: $0.name), value: .text($0.value)) }),
            .form(to: link, on: visit, Self.hidden(fields), .button("Send it again", .main)),
        ]
    }

    /// Shown at once when somebody has signed in again.
    func page(within session: NewBrowserSession, on visit: Visit) -> PageAnswer {
        let page = Page(
            "You are signed in again", isPlain: true,
            .p("Nothing was done yet, and nothing you typed is lost. Look at it, and send it."),
            sending(on: visit.within(session)), .p(.a(Site.dashboard.link, "Leave it, and go to the dashboard")))
        return PageAnswer.page(page).opening(session)
    }

    private static func hidden(_ fields: [FormFields.Pair], prefix: String = "") -> HTML {
        .fragment(
            fields.map {
                .emptyTag(
                    "input",
                    [.named("type", "hidden"), .named("name", prefix + $0.name), .named("value", $0.value)])
            })
    }

    /// What a person typed or chose, without what the form knew by itself.
    private var told: [FormFields.Pair] {
        fields.filter { field in
            !field.value.isEmpty && !field.name.hasPrefix("seen-") && !["line", "then"].contains(field.name)
        }
    }

    /// "unitOfMeasure" is "Unit of measure".
    private static func label(of name: String) -> String {
        var label = ""
        for character in name {
            if character.isUppercase || character == "-" { label += " " }
            if character != "-" { label += label.isEmpty ? character.uppercased() : character.lowercased() }
        }
        return label
    }
}

extension Visit {
    /// The same visit, for forms that are sent within the session that has just begun.
    fileprivate func within(_ session: NewBrowserSession) -> Visit {
        var visit = self
        visit.formToken = FormToken.of(
            secret: session.secret, mask: plumbline.randomness.bytes(FormToken.maskLength))
        return visit
    }
}
