import MarkupBytes

extension HTML {
    /// The field's name that carries what only our own forms know.
    static let formTokenField: StaticString = "form-token"

    /// A form that does something. It works without scripts and carries its token.
    static func form(
        to link: Link, on visit: Visit, id: String? = nil, class name: String = "", _ children: HTML...
    ) -> HTML {
        .tag(
            "form",
            [
                .named("method", "post"), .named("action", link.text), id.map(HTMLAttribute.id),
                name.isEmpty ? nil : .class(name),
            ],
            .hidden(formTokenField, visit.formToken), .fragment(children))
    }

    static func hidden(_ name: StaticString, _ value: String) -> HTML {
        .emptyTag("input", [.named("type", "hidden"), .named("name", "\(name)"), .named("value", value)])
    }
}
