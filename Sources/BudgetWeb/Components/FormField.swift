import BudgetDomain
import MarkupBytes

/// One field of a form: what it asks for, what helps to fill it in, and what was wrong with it.
struct FormField {
    enum Kind {
        case text, email
        /// Of several lines.
        case prose
        case currentPassword, newPassword
        case code
        /// Typed, or chosen from the `datalist` of that id.
        case suggested(list: String)
        /// An amount of money as people write it.
        case amount
        /// A file of these types, as the attribute `accept` lists them.
        case file(types: String)
        case choice([(value: String, title: String)])
    }

    let name: StaticString
    let label: String
    var kind = Kind.text
    var hint: String?
    /// Of a name that goes to QuickBooks. The hint says the limit too.
    var counted: CountedLength?
    var value = ""
    var isRequired = true
    /// What was wrong with what was typed.
    var problem: String?
}

extension HTML {
    /// The label, the hint, the problem and the field, tied together for those who hear the page.
    static func field(_ field: FormField) -> HTML {
        let id = "field-\(field.name)"
        let described = [
            field.hint.map { ("\(id)-hint", "hint", $0) }, field.problem.map { ("\(id)-problem", "problem", $0) },
        ].compactMap { $0 }
        let attributes: [HTMLAttribute?] = [
            .id(id), .named("name", "\(field.name)"), field.isRequired ? .flag("required") : nil,
            described.isEmpty ? nil : .named("aria-describedby", described.map(\.0).joined(separator: " ")),
            field.problem == nil ? nil : .named("aria-invalid", "true"),
            field.counted.map { HTMLAttribute.named("data-longest", "\($0.longest)") },
            field.counted?.isOfEachLevel == true ? .flag("data-levels") : nil,
        ]
        return .tag(
            "div", [.class("field")], .tag("label", [.named("for", id)], .text(field.label)),
            .fragment(described.map { .tag("p", [.class($0.1), .id($0.0)], .text($0.2)) }),
            control(field, attributes))
    }

    private static func control(_ field: FormField, _ attributes: [HTMLAttribute?]) -> HTML {
        let value: HTMLAttribute? = field.value.isEmpty ? nil : .named("value", field.value)
        switch field.kind {
        case .text: return .emptyTag("input", attributes + [.named("type", "text"), value])
        case .prose: return .tag("textarea", attributes + [.named("rows", "4")], .text(field.value))
        case .email: return .emptyTag("input", attributes + input("email", autocomplete: "username") + [value])
        case .suggested(let list):
            return .emptyTag(
                "input",
                attributes + input("text", autocomplete: "off") + [.named("list", list), value])
        case .amount:
            return .emptyTag(
                "input", attributes + input("text", autocomplete: "off") + [.named("inputmode", "decimal"), value])
        case .file(let types):
            return .emptyTag("input", attributes + [.named("type", "file"), .named("accept", types)])
        case .currentPassword:
            return .emptyTag("input", attributes + input("password", autocomplete: "current-password"))
        case .newPassword: return .emptyTag("input", attributes + input("password", autocomplete: "new-password"))
        case .code:
            return .emptyTag(
                "input",
                attributes + input("text", autocomplete: "one-time-code")
                    + [.named("autocapitalize", "characters"), .named("spellcheck", "false")])
        case .choice(let options):
            let options = options.map { option in
                HTML.tag(
                    "option", [.named("value", option.value), option.value == field.value ? .flag("selected") : nil],
                    .text(option.title))
            }
            return .tag("select", attributes, .fragment(options))
        }
    }

    private static func input(_ type: String, autocomplete: String) -> [HTMLAttribute?] {
        [.named("type", type), .named("autocomplete", autocomplete)]
    }
}
