extension HTML {
    package static let nothing = HTML.fragment([])

    /// An element with those of the attributes that are there.
    package static func tag(_ name: StaticString, _ attributes: [HTMLAttribute?] = [], _ children: HTML...) -> HTML {
        .element(name, attributes: attributes.compactMap(\.self), children)
    }

    /// An element without content and end tag, such as `input`.
    package static func emptyTag(_ name: StaticString, _ attributes: [HTMLAttribute?] = []) -> HTML {
        .void(name, attributes: attributes.compactMap(\.self))
    }

    /// A whole page with its head.
    package static func document(
        language: String = "en", _ attributes: [HTMLAttribute?] = [], head: [HTML], body: HTML
    ) -> [UInt8] {
        let head = HTML.element(
            "head", attributes: [], [.void("meta", attributes: [HTMLAttribute("charset", "utf-8")])] + head)
        let page = HTML.element(
            "html", attributes: [HTMLAttribute("lang", language)] + attributes.compactMap(\.self), [head, body])
        return Array("<!DOCTYPE html>".utf8) + page.bytes
    }
}

extension HTML: ExpressibleByArrayLiteral {
    package init(arrayLiteral pieces: HTML...) { self = .fragment(pieces) }
}

extension HTML: ExpressibleByStringInterpolation {}

extension HTMLAttribute {
    package static func named(_ name: StaticString, _ value: String) -> HTMLAttribute { HTMLAttribute(name, value) }
    package static func `class`(_ value: String) -> HTMLAttribute { HTMLAttribute("class", value) }
    package static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }

    /// An attribute that means something by being there, such as `required`.
    package static func flag(_ name: StaticString) -> HTMLAttribute { HTMLAttribute(name, "") }
}
