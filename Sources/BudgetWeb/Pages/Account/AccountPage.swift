import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What is a person's own: who they are here, and how they sign in.
enum AccountPage {
    static let title = "Your account"
    static let route = PageRoute.signedIn(Site.account, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let factor = try await visit.plumbline.secondFactor(of: signedIn)
        return .page(
            Page(
                title, person(signedIn), .card("Password", .p(.buttonLink(Site.password.link, "Change the password"))),
                secondFactor(factor, on: visit),
                .card(
                    "Browsers",
                    .p("See where you are signed in, and sign out what you do not use."),
                    .p(.buttonLink(Site.sessions.link, "Show the browsers"))),
                colours(on: visit)))
    }

    private static func person(_ signedIn: SignedInPerson) -> HTML {
        let person = signedIn.person
        let levels = Tool.allCases.map { "\($0.title): \(person.permissions.level(of: $0).rawValue)" }
        let privilege = person.accountingPrivilege.map { privilege in
            ["granted by \(privilege.grantedBy), ", .moment(privilege.grantedAt)] as HTML
        }
        return .card(
            "You",
            .facts([
                ("Name", .text(person.name)), ("E-mail address", .text(person.email)),
                ("Company", .text(signedIn.company.name)), ("Permissions", .text(levels.joined(separator: " · "))),
                (
                    "Can Push to Accounting",
                    privilege ?? ["no; ", .a(Site.person.link(person.id.text), "ask for it, or see who may grant it")]
                ),
            ]))
    }

    private static func secondFactor(_ state: SecondFactorState, on visit: Visit) -> HTML {
        let badge = state.isOn ? HTML.badge("On", .good) : HTML.badge("Off", .neutral)
        let codes: HTML =
            state.isOn
            ? .p("Recovery codes left: \(state.recoveryCodesLeft).")
            : .p("With a code from your telephone beside the password, a stolen password alone opens nothing.")
        return .card(
            "Second factor", .p(badge), codes,
            .p(
                .buttonLink(
                    state.isOn ? Site.secondFactorOff.link : Site.secondFactor.link,
                    state.isOn ? "Turn it off" : "Set it up")))
    }

    private static func colours(on visit: Visit) -> HTML {
        let choices = Theme.allCases.map { theme in
            HTML.tag(
                "label", [],
                .emptyTag(
                    "input",
                    [
                        .named("type", "radio"), .named("name", "theme"), .named("value", theme.rawValue),
                        theme == visit.theme ? .flag("checked") : nil,
                    ]), .text(theme.title))
        }
        return .card(
            "Colours",
            .form(
                to: Site.theme.link, on: visit, class: "stack",
                .tag(
                    "fieldset", [], .tag("legend", [.class("visually-hidden")], "Colours"),
                    .tag("div", [.class("choices")], .fragment(choices))), .button("Use these colours")))
    }
}
