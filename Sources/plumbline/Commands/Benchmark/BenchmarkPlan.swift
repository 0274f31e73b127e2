/// What the people of one firm mean to do, drawn from a seed before they begin: the amounts that everything else is
/// compared with later.
struct BenchmarkPlan: Sendable {
    struct Line: Hashable, Sendable {
        let costCode: String
        let costType: String
        let cents: Int64

        /// The budget code.
        var code: String { "\(costCode).\(costType)" }
    }

    /// Money moved from one line to another.
    struct Modification: Hashable, Sendable {
        let round: Int
        let from: Line
        let to: Line
        let cents: Int64

        var notes: String { "Round \(round)" }
    }

    let lines: [Line]
    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
        var numbers = SeededNumbers(seed: seed)
        lines = (0..<Int.random(in: 3...6, using: &numbers)).map { index in
            Line(
                // Two lines share a cost code, so that two lines of the estimate share an item.
                costCode: "0\(index / 2 + 1)-100", costType: index.isMultiple(of: 2) ? "L" : "M",
                cents: Int64.random(in: 1...99_999_999, using: &numbers))
        }
    }

    func modification(_ round: Int) -> Modification {
        var numbers = SeededNumbers(seed: SeededNumbers.seed(seed, part: round))
        let from = Int.random(in: 0..<lines.count, using: &numbers)
        let to = (from + Int.random(in: 1..<lines.count, using: &numbers)) % lines.count
        return Modification(
            round: round, from: lines[from], to: lines[to], cents: Int64.random(in: 1...999_999, using: &numbers))
    }

    var csv: [UInt8] {
        let rows = lines.enumerated().map { index, line in
            let cents = line.cents % 100
            let amount = "\(line.cents / 100).\(cents < 10 ? "0" : "")\(cents)"
            return "\(line.costCode),\(line.costType),Part \(index + 1),\(amount)"
        }
        let header = "Cost Code,Cost Type,Description,Original Budget Amount"
        return Array(([header] + rows).joined(separator: "\n").utf8)
    }
}
