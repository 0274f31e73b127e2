import BudgetDomain

extension [PreviewLoss] {
    private static let mostShown = 5

    /// Calculations are counted rather than listed: each says the same.
    func blocks(showingAll: Bool) -> [Report.Block] {
        var blocks: [Report.Block] = []
        var calculations: [String] = []
        var texts: [[Report.Block]] = []
        for loss in self {
            switch loss {
            case .costTypes: blocks += Wrapped.blocks("  ", loss.sentence)
            case .calculation: calculations.append(loss.sentence)
            case .text(_, let before, let after, _):
                let start = Self.firstDifference(before, after)
                texts.append([
                    .line("  \(loss.sentence)"), .line("    here        \(Self.part(of: before, from: start))"),
                    .line("    QuickBooks  \(Self.part(of: after, from: start))"),
                ])
            }
        }
        let most = showingAll ? Int.max : Self.mostShown
        if calculations.count > most {
            blocks.append("  The quantities, units and unit costs of \(calculations.count) lines do not travel.")
        } else {
            blocks += calculations.flatMap { Wrapped.blocks("  ", $0) }
        }
        blocks += texts.prefix(most).flatMap(\.self)
        let more = texts.count - most
        if more > 0 { blocks.append("  And the texts of \(more) more line\(more == 1 ? "" : "s"). --all shows them.") }
        return blocks
    }

    private static let shownBefore = 30

    /// Where the texts part, less a little that leads there; 0 when that is near the beginning.
    private static func firstDifference(_ before: String, _ after: String) -> Int {
        let same = zip(before, after).prefix { $0 == $1 }.count
        return same <= 2 * shownBefore ? 0 : same - shownBefore
    }

    private static func part(of text: String, from start: Int) -> String {
        Wrapped.cut(start == 0 ? text : "…\(text.dropFirst(start))", to: 84)
    }
}
