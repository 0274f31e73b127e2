import MarkupBytes

/// One list of choices that narrows another list.
struct FilterChoice {
    let name: StaticString
    let label: String
    /// The first one narrows nothing.
    let options: [(value: String, title: String)]
    let chosen: String
}

extension HTML {
    /// The search and the choices above a list. What they choose stands in the address.
    ///
    /// - Parameter kept: what the address says besides.
    static func filterForm(
        to link: Link, search label: String, words: String, _ choices: [FilterChoice],
        kept: [(name: StaticString, value: String)] = []
    ) -> HTML {
        let selects = choices.map { choice in
            let options = choice.options.map { option in
                HTML.tag(
                    "option", [.named("value", option.value), option.value == choice.chosen ? .flag("selected") : nil],
                    .text(option.title))
            }
            return HTML.tag(
                "label", [], .tag("span", [], .text(choice.label)),
                .tag("select", [.named("name", "\(choice.name)")], .fragment(options)))
        }
        return .tag(
            "form",
            [.class("filters"), .named("method", "get"), .named("action", link.text), .named("role", "search")],
            .fragment(kept.map { .hidden($0.name, $0.value) }),
            .tag(
                "label", [], .tag("span", [], .text(label)),
                .emptyTag(
                    "input",
                    [
                        .named("type", "search"), .named("name", "q"), .named("value", words),
                        .named("maxlength", "100"),
                    ])), .fragment(selects), .button("Show"))
    }
}
