import MarkupBytes

/// Which part of a long list is shown.
struct PageOfList {
    /// From 1.
    let number: Int
    let rowsPerPage: Int
    let rows: Int

    var count: Int { max(1, (rows + rowsPerPage - 1) / rowsPerPage) }
    var first: Int { rows == 0 ? 0 : (number - 1) * rowsPerPage + 1 }
    var last: Int { min(number * rowsPerPage, rows) }
}

extension HTML {
    /// Which rows are shown of how many, and the ways to those before and after. Nothing where all fit.
    static func pager(_ page: PageOfList, link: (_ page: Int) -> Link) -> HTML {
        guard page.count > 1 else { return .nothing }
        let before = page.number > 1 ? HTML.li(.buttonLink(link(page.number - 1), "Previous")) : .nothing
        let after = page.number < page.count ? HTML.li(.buttonLink(link(page.number + 1), "Next")) : .nothing
        return .tag(
            "nav", [.class("pager"), .named("aria-label", "Pages")], .ul([before, after]),
            .p("\(page.first) to \(page.last) of \(page.rows)"))
    }
}
