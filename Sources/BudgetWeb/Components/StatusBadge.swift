import BudgetDomain
import MarkupBytes

/// How something stands, for a badge: each has a shape of its own beside its colour.
enum BadgeTone: String, CaseIterable {
    case neutral, waiting, busy, good, bad

    var mark: HTML {
        switch self {
        case .neutral: path("M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6z")
        case .waiting: path("M2 1h8v2L7 6l3 3v2H2V9l3-3-3-3z")
        case .busy: path("M1 2l5 4-5 4zm5 0l5 4-5 4z")
        case .good: path("M4.5 10.5L.5 6.5 2 5l2.5 2.5L10 2l1.5 1.5z")
        case .bad: path("M6 0l6 11H0zm-.75 4v3.5h1.5V4zm0 4.5V10h1.5V8.5z")
        }
    }

    private func path(_ outline: String) -> HTML {
        .tag(
            "svg", [.named("viewBox", "0 0 12 12"), .named("aria-hidden", "true"), .named("focusable", "false")],
            .tag("path", [.named("d", outline), .named("fill-rule", "evenodd")]))
    }
}

extension HTML {
    static func badge(_ text: String, _ tone: BadgeTone) -> HTML {
        .tag("span", [.class("badge badge-\(tone.rawValue)")], tone.mark, .text(text))
    }

    static func badge(_ status: ERPStatus) -> HTML { .badge(status.rawValue, status.tone) }
}

extension ERPStatus {
    var tone: BadgeTone {
        switch self {
        case .notInERP: .neutral
        case .readyToExport: .waiting
        case .exporting: .busy
        case .failedToExport, .rejected, .invalid: .bad
        case .synced: .good
        }
    }
}
