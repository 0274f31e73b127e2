import MarkupBytes

extension HTML {
    /// One of several buttons of the form around it: the form says which was pressed.
    static func button(
        _ label: String, choosing value: String, of name: StaticString, _ weight: ButtonWeight = .ordinary
    ) -> HTML {
        .tag(
            "button",
            [
                .named("type", "submit"), .class(weight.rawValue), .named("name", "\(name)"), .named("value", value),
            ], .text(label))
    }
}
