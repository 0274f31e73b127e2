import BudgetDomain
import MarkupBytes

/// One step of something that takes its time.
struct TimelineStep {
    enum State: String {
        case done, current, failed, ahead

        fileprivate var words: String {
            switch self {
            case .done: "Done: "
            case .current: "Under way: "
            case .failed: "Failed: "
            case .ahead: "Still to come: "
            }
        }

        fileprivate var tone: BadgeTone {
            switch self {
            case .done: .good
            case .current: .busy
            case .failed: .bad
            case .ahead: .neutral
            }
        }
    }

    let title: String
    let state: State
    var at: Instant?
    var detail: String?
}

extension HTML {
    static func timeline(_ steps: [TimelineStep]) -> HTML {
        let items = steps.map { step in
            HTML.tag(
                "li", [.class(step.state.rawValue), step.state == .current ? .named("aria-current", "step") : nil],
                .tag("span", [.class("mark")], step.state.tone.mark),
                .tag("span", [.class("visually-hidden")], .text(step.state.words)), .text(step.title),
                step.at.map { [" ", .moment($0)] } ?? .nothing,
                step.detail.map { .tag("p", [.class("quiet")], .text($0)) } ?? .nothing)
        }
        return .tag("ol", [.class("timeline")], .fragment(items))
    }
}
