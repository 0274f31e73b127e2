import MarkupBytes

/// One of the documented filters of a list. Its raw value stands in the address.
protocol ListFilter: CaseIterable, Equatable, RawRepresentable where RawValue == String {
    associatedtype Row

    var title: String { get }

    func holds(_ row: Row) -> Bool
}

/// A list in one of its filters, with how many rows each filter leads to.
struct FilteredList<Filter: ListFilter> {
    let query: ListQuery
    let current: Filter
    /// Of all rows that the search finds.
    private let counts: [(filter: Filter, count: Int)]
    /// Of this page alone.
    let rows: [Filter.Row]
    let page: PageOfList

    /// - Parameters:
    ///   - usual: the filter where none was asked for.
    ///   - texts: what the search looks at.
    init(
        _ all: [Filter.Row], query: ListQuery, usual: Filter, rowsPerPage: Int = ListQuery.rowsPerPage,
        texts: (Filter.Row) -> [String]
    ) {
        let found = query.words.isEmpty ? all : all.filter { query.matches(texts($0)) }
        let current = query.filter.flatMap(Filter.init(rawValue:)) ?? usual
        self.query = query
        self.current = current
        counts = Filter.allCases.map { filter in (filter, found.count { filter.holds($0) }) }
        (rows, page) = query.part(of: found.filter { current.holds($0) }, rowsPerPage: rowsPerPage)
    }

    func tabs(_ label: String) -> HTML {
        .tabs(
            label,
            counts.map { each in
                LinkTab(
                    title: each.filter.title, link: query.link(filter: each.filter.rawValue),
                    isCurrent: each.filter == current, count: each.count)
            })
    }

    var pager: HTML { .pager(page) { query.link(page: $0) } }
}
