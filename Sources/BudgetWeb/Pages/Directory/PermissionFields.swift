import BudgetDomain
import MarkupBytes

/// The part of a form in which levels and rights are chosen one by one.
enum PermissionFields {
    /// - Parameter now: what stands, said beside what is chosen; nil where that is no news.
    static func html(of tools: [Tool] = Tool.allCases, chosen: Permissions, now: Permissions?) -> HTML {
        let levels = AccessLevel.allCases.map { (value: $0.rawValue, title: $0.title) }
        let choices = tools.map { tool in
            HTML.field(
                FormField(
                    name: tool.field, label: tool.title, kind: .choice(levels),
                    hint: now.map { "Now: \($0.level(of: tool).title)." }, value: chosen.level(of: tool).rawValue))
        }
        let rights = HTML.checkList(
            "Rights of the Budget tool", name: "right",
            hint: now.map { "Now: \($0.rightsText)." }
                ?? "Each lifts somebody who sees the budget for one kind of act.",
            GranularRight.allCases.map { right in
                CheckBox(value: right.rawValue, title: right.title, isTicked: chosen.rights.contains(right))
            })
        return .fragment(choices + [rights])
    }

    /// What was chosen.
    /// - Throws: ``PageProblem`` for words that no form of this site sends.
    static func permissions(in form: FormFields, of tools: [Tool] = Tool.allCases) throws(PageProblem) -> Permissions {
        var permissions = Permissions()
        for tool in tools {
            guard let level = form[tool.field].flatMap(AccessLevel.init(rawValue:)) else { throw .unreadableForm }
            permissions.levels[tool] = level
        }
        for pair in form.pairs where pair.name == "right" {
            guard let right = GranularRight(rawValue: pair.value) else { throw .unreadableForm }
            permissions.rights.insert(right)
        }
        return permissions
    }
}
