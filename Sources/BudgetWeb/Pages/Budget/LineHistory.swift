import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What was done to one line of a budget, newest first.
struct LineHistory {
    let entries: [LineHistoryEntry]

    /// Nothing where nothing is known.
    var html: HTML {
        guard !entries.isEmpty else { return .nothing }
        return .table(
            "History of this line", [.text("When"), .text("Who"), .text("What"), .text("Details")],
            rows: entries.map { past in
                [
                    .moment(past.entry.at), .text(past.entry.actor.name), .text(past.entry.act.rawValue),
                    .text(Self.details(of: past)),
                ]
            })
    }

    var json: JSON {
        let entries = entries.map { past -> JSON in
            let entry = past.entry
            return [
                "at": .text(entry.at.iso), "moment": .text(entry.at.toTheMinute), "who": .text(entry.actor.name),
                "what": .text(entry.act.rawValue), "details": .text(Self.details(of: past)),
            ]
        }
        return ["history": .list(entries)]
    }

    /// Without the line itself, which stands above. What an import says is of its whole file, not of the line.
    private static func details(of past: LineHistoryEntry) -> String {
        let file = past.entry.importedFile.map { "the file “\($0)”" } ?? "this import"
        switch past.bearing {
        case .namesLine:
            return past.entry.details.split(separator: "\n").filter { !$0.hasPrefix("line: ") }.joined(separator: "; ")
        case .broughtLine: return "The line came with \(file)."
        case .mayHaveBroughtLine:
            return "The line came with \(file) or with another import of this list: which one is not recorded."
        case .mayHaveChangedLine:
            let lines = past.entry.linesChanged == 1 ? "1 line" : "\(past.entry.linesChanged) lines"
            return "\(lines) changed with \(file); whether this was among them is not recorded."
        }
    }
}
