import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What the company decides for all its projects.
enum CompanySettingsPage {
    static let route = PageRoute.signedIn(
        Site.erpSettings, get: { visit, signedIn in .page(try page(on: visit, signedIn)) }, post: save)

    @Sendable private static func save(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let changes = try CompanySetting.changes(in: visit.form)
        do {
            _ = try await visit.plumbline.changeSettings(
                of: signedIn.company.id, by: .person(signedIn.person.id, name: signedIn.person.name)
            ) { settings in
                for (setting, isOn) in changes { settings[keyPath: setting.path] = isOn }
            }
            return .seeOther(Site.erpSettings.link, flash: .settingsSaved)
        } catch let refused as Refused {
            return .page(
                try page(on: visit, signedIn, changes: changes, refused: refused), refusing: refused)
        }
    }

    /// Whoever may change the settings sees them without any right in ERP Integrations; all others see them as they see
    /// its lists.
    ///
    /// - Parameter changes: what a refused form was to change.
    private static func page(
        on visit: Visit, _ signedIn: SignedInPerson, changes: [CompanySetting: Bool] = [:], refused: Refused? = nil
    ) throws -> Page {
        let refusals = signedIn.person.refusals(of: .manageDirectory)
        if !refusals.isEmpty { try signedIn.person.require(.viewERPLists) }
        let settings = signedIn.company.settings
        let content: HTML =
            refusals.isEmpty
            ? form(settings, changes: changes, on: visit)
            : [facts(settings), .button("Save", id: "save-reason", refusedFor: refusals)]
        let mayGoBack = signedIn.person.refusals(of: .configureERP).isEmpty
        return Page(
            "Company Settings", section: .erpIntegrations, isPlain: true,
            refused.map { .refusal($0.refusals, title: "The settings were not saved") } ?? .nothing,
            .p("They hold for every project of the company."), content,
            mayGoBack ? .p(.a(Site.erpConnections.link, "Back to the connection")) : .nothing)
    }

    /// The form is made anew on what the settings are now: whoever sends it again has seen that.
    private static func form(
        _ settings: CompanySettings, changes: [CompanySetting: Bool], on visit: Visit
    ) -> HTML {
        let fields = CompanySetting.allCases.map { setting -> HTML in
            let isOn = settings[keyPath: setting.path]
            let field = FormField(
                name: setting.name, label: setting.label, kind: .choice([("on", "Yes"), ("off", "No")]),
                hint: setting.hint, value: CompanySetting.word(changes[setting] ?? isOn))
            return [.field(field), .hidden(setting.seenName, CompanySetting.word(isOn))]
        }
        return .form(
            to: Site.erpSettings.link, on: visit, class: "form card", .fragment(fields), .button("Save", .main))
    }

    private static func facts(_ settings: CompanySettings) -> HTML {
        .facts(
            CompanySetting.allCases.map { setting in
                (name: setting.label, value: .text(settings[keyPath: setting.path] ? "Yes" : "No"))
            })
    }
}
