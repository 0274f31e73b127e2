extension HTML {
    /// A whole page: doctype, language, character set and title.
    package static func page(title: String, language: String = "en", _ body: HTML...) -> [UInt8] {
        let head = HTML.element(
            "head", attributes: [],
            [
                .void("meta", attributes: [HTMLAttribute("charset", "utf-8")]),
                .element("title", attributes: [], [.text(title)]),
            ])
        let page = HTML.element(
            "html", attributes: [HTMLAttribute("lang", language)], [head, .element("body", attributes: [], body)])
        return Array("<!DOCTYPE html>".utf8) + page.bytes
    }

    package static func h1(_ children: HTML...) -> HTML { .element("h1", attributes: [], children) }
    package static func h2(_ children: HTML...) -> HTML { .element("h2", attributes: [], children) }
    package static func p(_ children: HTML...) -> HTML { .element("p", attributes: [], children) }
    package static func code(_ children: HTML...) -> HTML { .element("code", attributes: [], children) }
    package static func ul(_ children: [HTML]) -> HTML { .element("ul", attributes: [], children) }
    package static func ol(_ children: [HTML]) -> HTML { .element("ol", attributes: [], children) }
    package static func li(_ children: HTML...) -> HTML { .element("li", attributes: [], children) }
    package static var br: HTML { .void("br", attributes: []) }

    /// A link to a web page, a mail address or a path of this site. Any other scheme, such as `javascript:`, loses its
    /// link and keeps its text.
    package static func a(href: String, _ children: HTML...) -> HTML {
        guard isSafe(href) else { return .fragment(children) }
        return .element("a", attributes: [HTMLAttribute("href", href)], children)
    }

    private static func isSafe(_ href: String) -> Bool {
        let lowered = href.lowercased()
        return ["https://", "http://", "mailto:", "/", "#", "?"].contains { lowered.hasPrefix($0) }
    }
}
