internal import BudgetDomain

/// What happened, line by line: kept only where somebody asked for it, because most lives end well and nobody reads
/// them.
package struct Trace: Sendable {
    package let isKept: Bool
    package private(set) var lines: [String] = []
    /// FNV-1a over all lines, kept when the lines are not: two runs of a seed are compared by it.
    package private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    private let isDigested: Bool

    package init(isKept: Bool, isDigested: Bool = false) {
        self.isKept = isKept
        self.isDigested = isDigested || isKept
    }

    mutating func add(_ step: Int, _ now: Instant, _ who: String, _ what: @autoclosure () -> String) {
        guard isDigested else { return }
        let number = String(step)
        let padded = String(repeating: " ", count: max(0, 5 - number.count)) + number
        let name = who + String(repeating: " ", count: max(0, 20 - who.count))
        let line = "\(padded)  \(now.iso)  \(name)  \(what())"
        for byte in line.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        if isKept { lines.append(line) }
    }

    package var text: String { lines.map { $0 + "\n" }.joined() }
}
