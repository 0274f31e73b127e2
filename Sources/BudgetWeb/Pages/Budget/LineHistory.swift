import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What was done to one line of a budget, newest first.
struct LineHistory {
    let entries: [AuditEntry]

    /// Nothing where nothing is known.
    var html: HTML {
        guard !entries.isEmpty else { return .nothing }
        return .table(
            "History of this line", [.text("When"), .text("Who"), .text("What"), .text("Details")],
            rows: entries.map { entry in
                [
                    .moment(entry.at), .text(entry.actor.name), .text(entry.act.rawValue),
                    .text(Self.details(of: entry)),
                ]
            })
    }

    var json: JSON {
        let entries = entries.map { entry -> JSON in
            [
                "at": .text(entry.at.iso), "moment": .text(entry.at.toTheMinute), "who": .text(entry.actor.name),
                "what": .text(entry.act.rawValue), "details": .text(Self.details(of: entry)),
            ]
        }
        return ["history": .list(entries)]
    }

    /// Without the line itself, which stands above.
    private static func details(of entry: AuditEntry) -> String {
        entry.details.split(separator: "\n").filter { !$0.hasPrefix("line: ") }.joined(separator: "; ")
    }
}
