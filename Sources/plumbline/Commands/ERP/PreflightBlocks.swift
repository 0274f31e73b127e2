import BudgetDomain

extension Preflight {
    /// One line for each check, with its cure below where somebody should act.
    var blocks: [Report.Block] {
        findings.flatMap(\.blocks)
    }

    /// The checks that are not sound, as one sentence.
    var summary: String {
        let words: [(PreflightVerdict, String)] = [
            (.stops, "would be stopped by"), (.unknown, "not known yet"), (.warning, "to be looked at"),
        ]
        let parts = words.compactMap { verdict, words in
            let checks = findings.filter { $0.verdict == verdict }.map(\.check.rawValue)
            return checks.isEmpty ? nil : "\(words): \(checks.joined(separator: ", "))"
        }
        return parts.isEmpty ? "Preflight: all sound." : "Preflight: \(parts.joined(separator: "; "))."
    }
}

extension PreflightFinding {
    fileprivate static let widest = PreflightCheck.allCases.map(\.rawValue.count).max() ?? 0

    fileprivate var blocks: [Report.Block] {
        let name = check.rawValue.capitalisedFirst
        let label = name + String(repeating: " ", count: Self.widest - name.count)
        let seen = verdict == .sound ? "" : knownAt.map { " (\($0.toTheMinute))" } ?? ""
        let indent = String(repeating: " ", count: Self.widest + 4)
        let found = Wrapped.blocks("\(verdict.sign) \(label)  ", text + seen, indent: indent)
        guard verdict != .sound, let cure else { return found }
        return found + Wrapped.blocks("\(indent)→ ", cure, indent: indent + "  ")
    }
}

extension PreflightVerdict {
    fileprivate var sign: String {
        switch self {
        case .sound: "✓"
        case .warning: "!"
        case .stops: "✗"
        case .unknown: "?"
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
