import MarkupBytes

/// What a list was asked for: its filter, the words to search for and the page. All of it stands in the address, so
/// that a list can be kept, sent and gone back to.
struct ListQuery {
    static let rowsPerPage = 50
    private static let longestWords = 100

    let base: Link
    /// Nil for the list's usual one.
    let filter: String?
    let words: String
    /// From 1.
    let page: Int

    init(_ visit: Visit, at base: Link) {
        self.base = base
        filter = visit.query["filter"]
        words = String((visit.query["q"] ?? "").prefix(Self.longestWords))
        page = max(1, Int(visit.query["page"] ?? "") ?? 1)
    }

    /// The same search in another filter.
    func link(filter: String) -> Link {
        let link = base.with("filter", filter)
        return words.isEmpty ? link : link.with("q", words)
    }

    func link(page: Int) -> Link {
        let link = link(filter: filter ?? "")
        return link.with("page", "\(page)")
    }

    /// Whether every word stands in one of the texts, whatever the capitals.
    func matches(_ texts: [String]) -> Bool {
        let lowered = texts.map { $0.lowercased() }
        return words.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { word in
            lowered.contains { $0.contains(word) }
        }
    }

    /// The end of a sentence about a list that is empty.
    var searched: String { words.isEmpty ? "" : " with these words" }

    /// A page of the rows: the last one, where fewer are there than were asked for.
    func part<Row>(of rows: [Row], rowsPerPage: Int = ListQuery.rowsPerPage) -> (rows: [Row], page: PageOfList) {
        let pages = max(1, (rows.count + rowsPerPage - 1) / rowsPerPage)
        let page = PageOfList(number: min(page, pages), rowsPerPage: rowsPerPage, rows: rows.count)
        return (Array(rows.dropFirst((page.number - 1) * rowsPerPage).prefix(rowsPerPage)), page)
    }

    /// The field that searches this list, in this filter.
    func searchForm(_ label: String) -> HTML {
        .tag(
            "form", [.class("search"), .named("method", "get"), .named("action", base.text), .named("role", "search")],
            filter.map { HTML.hidden("filter", $0) } ?? .nothing,
            .tag("label", [.named("for", "search-words"), .class("visually-hidden")], .text(label)),
            .emptyTag(
                "input",
                [
                    .named("type", "search"), .id("search-words"), .named("name", "q"), .named("value", words),
                    .named("placeholder", label), .named("maxlength", "\(Self.longestWords)"),
                ]), .button("Search"))
    }
}
