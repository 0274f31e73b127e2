import MarkupBytes

/// One box that can be ticked.
struct CheckBox {
    let value: String
    let title: String
    let isTicked: Bool
}

extension HTML {
    /// Boxes of which any number may be ticked; each that is sends its value under the same name.
    static func checkList(_ legend: String, name: StaticString, hint: String? = nil, _ boxes: [CheckBox]) -> HTML {
        let labels = boxes.map { box in
            HTML.tag(
                "label", [],
                .emptyTag(
                    "input",
                    [
                        .named("type", "checkbox"), .named("name", "\(name)"), .named("value", box.value),
                        box.isTicked ? .flag("checked") : nil,
                    ]), .text(box.title))
        }
        return .tag(
            "fieldset", [.class("checks")], .tag("legend", [], .text(legend)),
            hint.map { .tag("p", [.class("hint")], .text($0)) } ?? .nothing, .fragment(labels))
    }
}
