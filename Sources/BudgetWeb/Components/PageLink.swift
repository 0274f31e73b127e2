import MarkupBytes

extension HTML {
    /// A link within this site.
    static func a(_ link: Link, isCurrent: Bool = false, _ children: HTML...) -> HTML {
        .tag("a", [.named("href", link.text), isCurrent ? .named("aria-current", "page") : nil], .fragment(children))
    }

    /// A link that looks like a button: for going somewhere, never for doing something.
    static func buttonLink(_ link: Link, isMain: Bool = false, _ label: String) -> HTML {
        .tag(
            "a", [.class(isMain ? "button button-main" : "button"), .named("href", link.text)], .text(label))
    }
}
