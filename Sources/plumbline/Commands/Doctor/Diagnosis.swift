/// All findings about one database, in the order in which they were made.
struct Diagnosis: Encodable, Equatable, Sendable {
    let database: String
    let state: Finding.State
    let findings: [Finding]

    init(of database: String, _ findings: [Finding]) {
        self.database = database
        self.findings = findings
        state = findings.map(\.state).max() ?? .sound
    }

    var status: ExitStatus {
        switch state {
        case .sound, .advice: .done
        case .attention: .refused
        case .unusable: .databaseUnavailable
        }
    }

    var report: Report {
        let width = findings.map(\.check.count).max() ?? 0
        let lines = findings.flatMap { $0.lines(width: width) } + [.blank, .line(conclusion)]
        return Report([.line(database), .blank] + lines, json: self, status: status)
    }

    private var conclusion: String {
        let concerns = findings.count { $0.state >= .attention }
        return switch state {
        case .sound: "Everything is as it should be."
        case .advice: "The database is sound; see the advice above."
        case .attention: "The database can be used; what is marked ! needs somebody's attention (\(concerns))."
        case .unusable: "The database cannot be used; begin with what is marked ✗."
        }
    }
}

extension Finding {
    fileprivate func lines(width: Int) -> [Report.Block] {
        let title = check + String(repeating: " ", count: width - check.count)
        let indent = String(repeating: " ", count: width + 4)
        var lines: [Report.Block] = [.line("\(state.mark) \(title)  \(found)")]
        if let meaning { lines.append(.line(indent + meaning)) }
        if let cure { lines.append(.line(indent + "→ " + cure)) }
        return lines
    }
}

extension Finding.State {
    fileprivate var mark: String {
        switch self {
        case .sound: "✓"
        case .advice: "·"
        case .attention: "!"
        case .unusable: "✗"
        }
    }
}
