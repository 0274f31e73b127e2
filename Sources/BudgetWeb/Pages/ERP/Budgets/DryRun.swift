import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What QuickBooks will hold after the export: each item now and then, the lines, and what will not survive the trip.
struct DryRun {
    let preview: ExportPreview

    private var estimate: EstimatePreview { preview.estimate }

    var html: HTML {
        .card("What QuickBooks will hold", .p(.text(heading)), items, lines, losses)
    }

    private var heading: String {
        let what =
            estimate.isNew
            ? "The export makes estimate \(estimate.number)." : "The export appends to estimate \(estimate.number)."
        let read = preview.estimateReadAt == nil ? "" : " Lines that a bookkeeper typed stay as they are."
        return what + read
    }

    private var items: HTML {
        let changed = estimate.items.filter { $0.before != $0.after }
        let same = estimate.items.count - changed.count
        let note = same == 0 ? HTML.nothing : .p("\(same == 1 ? "1 item keeps" : "\(same) items keep") its amount.")
        return [
            .table(
                "Estimate by item, amounts in \(estimate.totalAfter.currency.code)",
                [.text("Item"), .number("In QuickBooks now"), .number("After the export")],
                rows: changed.map {
                    [.text($0.itemName.isEmpty ? "No item" : $0.itemName), .money($0.before), .money($0.after)]
                },
                totals: ["Estimate", .money(estimate.totalBefore), .money(estimate.totalAfter)]), note,
        ]
    }

    private var lines: HTML {
        .disclosure(
            "All \(estimate.after.count) lines of the estimate",
            .table(
                "Lines of the estimate in QuickBooks' order",
                [.text("Item"), .text("Line"), .text("Description"), .number("Amount"), .text("Mark")],
                rows: estimate.after.map { line in
                    [
                        .text(line.itemName.isEmpty ? "No item" : line.itemName), .text(line.origin.words),
                        .text(line.description), .money(line.amount), .text(line.mark ?? "–"),
                    ]
                }))
    }

    private static let mostLosses = 200

    private var losses: HTML {
        guard !estimate.losses.isEmpty else { return .p("Everything survives the trip.") }
        let items = estimate.losses.prefix(Self.mostLosses).map { loss -> HTML in
            guard case .text(_, let before, let after, _) = loss else { return .li(.text(loss.sentence)) }
            return .li(
                .text(loss.sentence),
                .facts([("Here", .text(before)), ("In QuickBooks", .text(after))]))
        }
        let more = estimate.losses.count - items.count
        return .disclosure(
            "What does not survive the trip (\(estimate.losses.count))", isOpen: estimate.losses.count <= 5,
            .ul(items + (more > 0 ? [.li("And \(more) more.")] : [])))
    }
}

extension EstimatePreview.Origin {
    fileprivate var words: String {
        switch self {
        case .ours: "kept"
        case .bookkeeper: "typed in QuickBooks, kept"
        case .added: "added"
        }
    }
}
