internal import QuickBooksEmulators

/// What holds of a Web Connector's sessions.
enum SessionInvariants {
    static let all: [Invariant] = [
        Invariant(
            "one session", "A connection has at most one open session, and one that is over stays over.",
            .exportAndImport, check: oneSession),
        Invariant(
            "progress", "Progress is between 0 and 100 and never falls; a negative answer is followed by the reason.",
            .exportAndImport, check: progress),
    ]

    @Sendable private static func oneSession(_ world: World, _ sight: Sight) -> [String] {
        var found = sight.entries(.sessionRevived).map { _ in "a session that was over went on" }
        for (company, count) in world.memory.openSessions.sorted(by: { $0.key < $1.key }) where count > 1 {
            found.append("\(company) has \(count) open sessions")
        }
        return found
    }

    @Sendable private static func progress(_ world: World, _ sight: Sight) -> [String] {
        // A session that goes on with an older copy of the database has some of its way before it again.
        guard !world.memory.databaseWasRestored else { return [] }
        var found: [String] = []
        for company in world.companies {
            for connector in company.connectors {
                guard let report = connector.poll?.report ?? connector.lastReport else { continue }
                let steps = report.percentages.filter { $0 >= 0 }
                if zip(steps, steps.dropFirst()).contains(where: { $0 > $1 }) || steps.contains(where: { $0 > 100 }) {
                    found.append("progress went \(report.percentages)")
                }
                if report.percentages.last.map({ $0 < 0 }) ?? false, report.lastError == "" {
                    found.append("a negative answer came without a reason")
                }
            }
        }
        return found
    }
}
