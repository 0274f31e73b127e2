import MarkupBytes

extension HTML {
    /// Names with their values, such as the fields of one record.
    static func facts(_ facts: [(name: String, value: HTML)]) -> HTML {
        let rows = facts.map { [HTML.tag("dt", [], .text($0.name)), .tag("dd", [], $0.value)] as HTML }
        return .tag("dl", [.class("facts")], .fragment(rows))
    }

    static func card(_ title: String, _ children: HTML...) -> HTML {
        .tag("section", [.class("card")], .h2(.text(title)), .fragment(children))
    }
}
