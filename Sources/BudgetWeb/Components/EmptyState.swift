import MarkupBytes

extension HTML {
    /// What stands where a list is empty: that it is, and the next useful act.
    static func emptyState(_ title: String, _ sentence: String, next: HTML = .nothing) -> HTML {
        .tag("div", [.class("card empty")], .h2(.text(title)), .p(.text(sentence)), next)
    }
}
