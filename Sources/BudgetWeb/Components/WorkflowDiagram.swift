import MarkupBytes

/// One step of a way of working: what is done, by whom and where.
struct WorkflowStep {
    enum State: String {
        case done, here, ahead

        fileprivate var words: String {
            switch self {
            case .done: "Done"
            case .here: "You are here"
            case .ahead: "Still to come"
            }
        }

        fileprivate var tone: BadgeTone {
            switch self {
            case .done: .good
            case .here: .busy
            case .ahead: .neutral
            }
        }
    }

    let title: String
    /// Who does it.
    let who: String
    /// Where it is done.
    let link: Link
    var state = State.ahead
    /// What holds it up, or where else it may lead.
    var note: String?
}

extension HTML {
    /// The steps as a flow that is read from left to right, or downwards where it is narrow. Each says in words how it
    /// stands, and leads to where it is done.
    static func workflow(_ title: String, _ steps: [WorkflowStep]) -> HTML {
        let items = steps.map { step in
            HTML.tag(
                "li", [.class(step.state.rawValue), step.state == .here ? .named("aria-current", "step") : nil],
                .tag("span", [.class("flow-title")], .a(step.link, .text(step.title))),
                .tag("span", [.class("quiet")], .text(step.who)), .badge(step.state.words, step.state.tone),
                (step.state == .done ? nil : step.note).map { .tag("span", [.class("flow-note")], .text($0)) }
                    ?? .nothing)
        }
        return .tag("ol", [.class("flow"), .named("aria-label", title)], .fragment(items))
    }
}
