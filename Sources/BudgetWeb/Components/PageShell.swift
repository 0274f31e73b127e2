import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The frame of every page: head, header with the company and the way around, and the place for the page's own.
enum PageShell {
    static func bytes(_ page: Page, on visit: Visit) -> [UInt8] {
        HTML.document(
            [visit.theme == .system ? nil : .named("data-theme", visit.theme.rawValue)],
            head: head(of: page, on: visit),
            body: .tag(
                "body", [page.isPlain ? .class("plain") : nil],
                .tag("a", [.class("skip"), .named("href", "#content")], "Skip to the content"),
                header(of: page, on: visit), main(of: page, on: visit), footer))
    }

    /// htmx takes its settings from the page: nothing is evaluated, no style is added, nothing is fetched elsewhere,
    /// and a refusal is shown like any other answer. What comes instead of one, from a server that is ending or from a
    /// proxy before one that is gone, takes the place of nothing.
    private static let htmxSettings = """
        {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyCacheSize":0,\
        "responseHandling":[{"code":"204","swap":false},{"code":"5..","swap":false,"error":true},\
        {"code":"[234]..","swap":true}]}
        """

    private static func head(of page: Page, on visit: Visit) -> [HTML] {
        let hasGrid = page.gridLines != nil
        let styles = (Asset.styles + [hasGrid ? Asset.gridStyle : nil].compactMap { $0 }).map { asset in
            HTML.emptyTag("link", [.named("rel", "stylesheet"), .named("href", asset.link.text)])
        }
        let scripts = [Asset.htmx, hasGrid ? Asset.tabulator : nil].compactMap { $0 }.map { asset in
            HTML.tag("script", [.named("src", asset.link.text), .flag("defer")])
        }
        let grid = hasGrid ? Asset.budgetGrid : nil
        let modules = [Asset.fieldCounter, Asset.liveParts, Asset.keyLinks, grid].compactMap { $0 }.map { asset in
            HTML.tag("script", [.named("src", asset.link.text), .named("type", "module")])
        }
        let icon = Asset.icon.map { asset in
            HTML.emptyTag(
                "link", [.named("rel", "icon"), .named("type", asset.contentType), .named("href", asset.link.text)])
        }
        return [
            .tag("title", [], "\(page.title) – Plumbline"),
            .emptyTag("meta", [.named("name", "viewport"), .named("content", "width=device-width, initial-scale=1")]),
            .emptyTag("meta", [.named("name", "htmx-config"), .named("content", htmxSettings)]),
            hasGrid
                ? .emptyTag("meta", [.named("name", "form-token"), .named("content", visit.formToken)]) : .nothing,
            icon ?? .nothing, page.gridLines.map(preload) ?? .nothing,
        ] + styles + scripts + modules
    }

    /// Has the browser ask for the lines beside the scripts, and not after them.
    private static func preload(_ lines: Link) -> HTML {
        .emptyTag(
            "link",
            [
                .named("rel", "preload"), .named("as", "fetch"), .named("crossorigin", "anonymous"),
                .named("href", lines.text),
            ])
    }

    private static func header(of page: Page, on visit: Visit) -> HTML {
        let company = visit.signedIn.map { HTML.tag("span", [.class("company")], .text($0.company.name)) }
        let logo = Asset.icon.map { HTML.emptyTag("img", [.named("src", $0.link.text), .named("alt", "")]) }
        return .tag(
            "header", [.class("site-header")],
            .tag(
                "div", [],
                .tag(
                    "div", [.class("brand")], logo ?? .nothing, .a(Site.dashboard.link, "Plumbline"),
                    company ?? .nothing),
                visit.signedIn.map { sections(of: page, for: $0.person) } ?? .nothing,
                visit.signedIn.map { account($0, page, visit) } ?? .nothing))
    }

    /// Only those that the person may look at: a way that ends before a closed door helps nobody.
    private static func sections(of page: Page, for person: Person) -> HTML {
        let items = Section.allCases.filter { $0.isOpen(to: person) }.map { section in
            HTML.li(.a(section.link, isCurrent: section == page.section, .text(section.title)))
        }
        return .tag("nav", [.named("aria-label", "Main")], .ul(items))
    }

    private static func account(_ signedIn: SignedInPerson, _ page: Page, _ visit: Visit) -> HTML {
        .tag(
            "nav", [.class("account"), .named("aria-label", "Account")],
            .ul([
                visit.isDemo
                    ? .li(.a(Site.demo.link, isCurrent: page.title == DemoPage.title, .text(DemoPage.title)))
                    : .nothing,
                .li(
                    .a(
                        Site.account.link, isCurrent: page.title == AccountPage.title,
                        .text(signedIn.person.name))),
                .li(.form(to: Site.signOut.link, on: visit, .tag("button", [.named("type", "submit")], "Sign out"))),
            ]))
    }

    private static func main(of page: Page, on visit: Visit) -> HTML {
        .tag(
            "main", [.id("content"), .named("tabindex", "-1")],
            visit.flash.map { HTML.flash($0) } ?? .nothing,
            .tag("div", [.class("page-head")], .h1(.text(page.title)), page.beside),
            page.body)
    }

    private static let footer = HTML.tag(
        "footer", [.class("site-footer")],
        .p("Plumbline carries a budget into QuickBooks exactly once, and believes it only after reading it back."))
}
