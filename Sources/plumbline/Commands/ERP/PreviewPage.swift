import BudgetDomain
import BudgetOperations

/// The dry run as a person reads it: first whether it will go, then what changes, then what does not survive.
struct PreviewPage {
    let preview: ExportPreview
    let project: String
    let showsAll: Bool

    private var estimate: EstimatePreview { preview.estimate }

    var blocks: [Report.Block] {
        heading + [.blank] + preview.preflight.blocks + [.blank] + linesBlock + [.blank] + totalsBlock + lossesBlock
            + [.blank, "Digest of this dry run: \(preview.digest)"]
    }

    private var heading: [Report.Block] {
        let number = preview.export.number
        let what = estimate.isNew ? "makes estimate \(estimate.number)" : "appends to estimate \(estimate.number)"
        var lines: [Report.Block] = ["Dry run of export \(number) of \(project): it \(what). Nothing is written yet."]
        if let readAt = preview.estimateReadAt { lines.append("The estimate was last read at \(readAt.toTheMinute).") }
        let asked = preview.preflight.findings.compactMap(\.knownAt)
        if let oldest = asked.min() {
            lines.append("What is said of QuickBooks was so at \(oldest.toTheMinute) or later.")
        }
        if estimate.added.isEmpty { lines.append("Nothing of this export is still to be written.") }
        return lines
    }

    private var linesBlock: [Report.Block] {
        let shown = showsAll ? estimate.after : estimate.added
        var blocks: [Report.Block] = []
        if !shown.isEmpty {
            blocks.append(
                .table(
                    Table(
                        [.text(""), .text("Item"), .prose("Description"), .figure("Amount"), .text("Mark")],
                        rows: shown.map { line in
                            [line.origin.sign, line.itemName, line.description, line.amount.formatted, line.mark ?? ""]
                        })))
            blocks.append(.blank)
        }
        return blocks + Wrapped.blocks("", count)
    }

    /// How the lines of the estimate come together.
    private var count: String {
        func lines(_ origin: EstimatePreview.Origin) -> Int { estimate.after.count { $0.origin == origin } }
        let parts = [
            (lines(.added), "added (+)"), (lines(.ours), "of ours kept (=)"),
            (lines(.bookkeeper), "typed in QuickBooks and kept (·)"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let hint = showsAll || estimate.kept.isEmpty ? "" : " --all shows every line."
        let lines = estimate.after.count == 1 ? "1 line" : "\(estimate.after.count) lines"
        return "The estimate will have \(lines): \(told.isEmpty ? "none" : told).\(hint)"
    }

    private var totalsBlock: [Report.Block] {
        let shown = showsAll ? estimate.items : estimate.items.filter { $0.before != $0.after }
        let same = estimate.items.count - shown.count
        let total = estimate.totalAfter
        let table = Table(
            [.text("Item"), .figure("In QuickBooks now"), .figure("After")],
            rows: shown.map { [$0.itemName, $0.before.formatted, $0.after.formatted] },
            footer: ["Estimate \(total.currency)", estimate.totalBefore.formatted, total.formatted])
        let others: [Report.Block] =
            same > 0 ? ["\(same == 1 ? "1 item is" : "\(same) items are") worth the same as before."] : []
        return [.table(table)] + others
    }

    private var lossesBlock: [Report.Block] {
        guard !estimate.losses.isEmpty else { return [] }
        return [.blank, "What does not survive the trip"] + estimate.losses.blocks(showingAll: showsAll)
    }
}

extension EstimatePreview.Origin {
    fileprivate var sign: String {
        switch self {
        case .added: "+"
        case .ours: "="
        case .bookkeeper: "·"
        }
    }
}
