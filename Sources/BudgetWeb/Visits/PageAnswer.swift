import BudgetDomain
import HTTPTypes
import MarkupBytes

/// What a page's function gives back.
struct PageAnswer: Sendable {
    enum Content: Sendable {
        case page(Page)
        /// The page to look at after a form: so that reloading repeats nothing.
        case seeOther(Link)
        /// A file that the browser keeps.
        case file(DownloadedFile)
        /// A part of a page that a script of ours puts into its place.
        case fragment(HTML)
        /// The part that the script has is still true.
        case unchanged
        /// The script's page has to be asked for anew as a whole.
        case reload
    }

    var content: Content
    var status: HTTPResponse.Status
    /// Cookies to set, or to take away where the value is nil.
    var cookies: [(cookie: SiteCookie, value: String?)] = []
    /// For the log: what was refused or is not there.
    var missing: String?

    static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> PageAnswer {
        PageAnswer(content: .page(page), status: status)
    }

    /// A page that tells of a refusal.
    static func page(_ page: Page, refusing refused: Refused) -> PageAnswer {
        PageAnswer(content: .page(page), status: RefusalStatus.of(refused), missing: refused.sentences)
    }

    static func file(_ file: DownloadedFile) -> PageAnswer { PageAnswer(content: .file(file), status: .ok) }

    static func seeOther(_ link: Link, flash: Flash? = nil) -> PageAnswer {
        let answer = PageAnswer(content: .seeOther(link), status: .seeOther)
        return flash.map { answer.setting(.flash, $0.rawValue) } ?? answer
    }

    static func fragment(_ html: HTML) -> PageAnswer { PageAnswer(content: .fragment(html), status: .ok) }

    static let unchanged = PageAnswer(content: .unchanged, status: .noContent)

    static let reload = PageAnswer(content: .reload, status: .noContent)

    func setting(_ cookie: SiteCookie, _ value: String?) -> PageAnswer {
        var answer = self
        answer.cookies.append((cookie, value))
        return answer
    }
}

/// A page without what is the same on every page.
struct Page: Sendable {
    /// Also the heading of level one.
    let title: String
    /// The part of the application that it belongs to; nil outside of all.
    var section: Section?
    /// Narrow, for pages that are one form.
    var isPlain = false
    /// Where the page's grid, which is a large script, finds its lines; nil on a page without one.
    var gridLines: Link?
    /// What stands beside the heading, such as a button.
    var beside: HTML = .nothing
    let body: HTML

    init(
        _ title: String, section: Section? = nil, isPlain: Bool = false, gridLines: Link? = nil,
        beside: HTML = .nothing, _ body: HTML...
    ) {
        self.title = title
        self.section = section
        self.isPlain = isPlain
        self.gridLines = gridLines
        self.beside = beside
        self.body = .fragment(body)
    }
}
