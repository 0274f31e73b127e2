import MarkupBytes

extension HTML {
    /// A link that the keyboard reaches by the browser's access key and a letter, which the page shows beside it. A
    /// script has the letter alone follow it.
    static func keyLink(_ link: Link, key: String, isMain: Bool = false, _ label: String) -> HTML {
        .tag(
            "a",
            [
                .class(isMain ? "button button-main" : "button"), .named("href", link.text),
                .named("accesskey", key.lowercased()), .named("data-key", key),
            ], .text(label), .tag("kbd", [.named("aria-hidden", "true")], .text(key)))
    }
}
