import MarkupBytes

extension HTML {
    /// Something to know before going on.
    static func notice(_ title: String, _ tone: BadgeTone, _ children: HTML...) -> HTML {
        .tag(
            "div", [.class("notice notice-\(tone.rawValue)"), .named("role", "note")], .h2(.text(title)),
            .fragment(children))
    }

    /// What is shown on request.
    static func disclosure(_ summary: String, isOpen: Bool = false, _ children: HTML...) -> HTML {
        .tag(
            "details", [isOpen ? .flag("open") : nil], .tag("summary", [], .text(summary)), .fragment(children))
    }
}
