import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What somebody can do, or what stands in the way and who lifts it, in sentences.
enum ActAnswer {
    static func html(_ explanation: ActExplanation) -> HTML {
        let (name, act) = (explanation.person.name, explanation.act.rawValue)
        let place = explanation.project.map { " on project \($0.number)" } ?? ""
        guard !explanation.isPossible else {
            return .notice(
                "\(name) may \(act)\(place)", .good, .p(.text(met(explanation))), lines(explanation),
                unseen(explanation))
        }
        let title =
            explanation.lacking.isEmpty && explanation.person.isActive
            ? "\(name) may \(act)\(place), but not at this moment" : "\(name) may not \(act)\(place)"
        return .notice(
            title, .waiting, .ul(deactivation(explanation.person) + permission(explanation) + budget(explanation)),
            lines(explanation), unseen(explanation))
    }

    private static func met(_ explanation: ActExplanation) -> String {
        let needs = PermissionTable.requirement(for: explanation.act).description
        let rest =
            explanation.refusalsOfSomeLines.isEmpty
            ? "Nothing else stands in the way." : "It depends on the line."
        return "It needs \(needs), and \(explanation.person.name) has that. \(rest)"
    }

    /// What comes before all else.
    private static func deactivation(_ person: Person) -> [HTML] {
        guard !person.isActive else { return [] }
        let refusal = Refusal.personIsDeactivated(person: person.name)
        return [.li(.text(refusal.sentence), " ", .tag("span", [.class("quiet")], .text(refusal.pageCure)))]
    }

    /// One sentence for each way to get the permission.
    private static func permission(_ explanation: ActExplanation) -> [HTML] {
        explanation.lacking.enumerated().map { position, way in
            let parts = way.map { sentence(of: $0, explanation) }.joined(separator: " ")
            return .li(.text(position == 0 ? parts : "Or: \(parts)"))
        }
    }

    private static func sentence(of lacking: Requirement, _ explanation: ActExplanation) -> String {
        let person = explanation.person
        let admins = list(explanation.company.directoryAdmins, orElse: "whoever runs the server")
        switch lacking {
        case .level(let tool, _):
            let has = person.permissions.level(of: tool).title
            return "It needs \(lacking); \(person.name) has \(tool.title) \(has). \(admins) can raise it."
        case .right(let right):
            return "It needs the right \(right.title), which \(person.name) lacks. \(admins) can give it."
        case .canPushToAccounting:
            let granters = explanation.company.granters
            guard !granters.isEmpty else {
                return "It needs Can Push to Accounting, which \(person.name) lacks. Nobody in the company may grant "
                    + "it yet: whoever runs the server does, with `plumbline user allow-accounting \(person.email)`."
            }
            return "It needs Can Push to Accounting, which \(person.name) lacks. \(list(granters, orElse: "")) can "
                + "grant it."
        case .all, .any:
            return "It needs \(lacking)."
        }
    }

    private static func budget(_ explanation: ActExplanation) -> [HTML] {
        explanation.refusals.map(item)
    }

    /// What cannot be done with some lines while it can be with others.
    private static func lines(_ explanation: ActExplanation) -> HTML {
        explanation.refusalsOfSomeLines.isEmpty ? .nothing : .ul(explanation.refusalsOfSomeLines.map(item))
    }

    /// No line is named: nobody asked about a certain one.
    private static func item(_ refusal: Refusal) -> HTML {
        .li(
            .text(refusal.sentenceOfSuchLines ?? refusal.sentence), " ",
            .tag("span", [.class("quiet")], .text(refusal.cureOfSuchLines ?? refusal.pageCure)))
    }

    private static func unseen(_ explanation: ActExplanation) -> HTML {
        if explanation.project == nil {
            return .p("Name a project to hear what the lock and the exports of its budget say as well.")
        }
        return explanation.isBudgetShown ? .nothing : .p("You may not see this budget, so its state is left out here.")
    }

    private static func list(_ names: [String], orElse nobody: String) -> String {
        names.isEmpty ? nobody : names.joined(separator: " or ")
    }
}
