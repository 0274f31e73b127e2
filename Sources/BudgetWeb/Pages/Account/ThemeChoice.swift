/// Light or dark, for this browser.
enum ThemeChoice {
    static let route = PageRoute.open(
        Site.theme,
        post: { visit in
            let theme = Theme(rawValue: visit.form["theme"] ?? "") ?? .system
            return .seeOther(Site.account.link, flash: .themeChosen)
                .setting(.theme, theme == .system ? nil : theme.rawValue)
        })
}
