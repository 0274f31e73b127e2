import BudgetDomain
import QuickBooksEmulators

/// The verdict. Each promise is looked at by itself, so that a report says everything that is wrong.
extension FailoverEvidence {
    var violations: [String] {
        estimateViolations + lineViolations + exportViolations + auditViolations + connectorViolations
    }

    private var expectedLines: [AcceptedLine] { accepted.sorted { $0.key < $1.key }.flatMap(\.value) }

    private var estimateViolations: [String] {
        let wanted = accepted.isEmpty ? 0 : 1
        var found: [String] = []
        if estimates.count != wanted {
            found.append("QuickBooks holds \(estimates.count) estimates of the job, not \(wanted).")
        }
        if estimatesInFile != estimates.count {
            found.append("QuickBooks holds \(estimatesInFile - estimates.count) estimates of no known job.")
        }
        return found
    }

    private var lineViolations: [String] {
        let lines = Dictionary(grouping: estimates.flatMap(\.lines), by: { $0.other1 ?? "" })
        var found = expectedLines.compactMap { Self.violation(of: $0, in: lines[$0.mark] ?? []) }
        let marks = Set(expectedLines.map(\.mark))
        for (mark, strangers) in lines.sorted(by: { $0.key < $1.key }) where !marks.contains(mark) {
            let amounts = strangers.map { "\($0.cents)" }.joined(separator: ", ")
            found.append("QuickBooks holds what nobody accepted: mark “\(mark)”, cents \(amounts).")
        }
        let total = estimates.reduce(0) { $0 + $1.totalCents }
        let expected = expectedLines.reduce(0) { $0 + $1.cents }
        if total != expected {
            found.append("QuickBooks' estimate is worth \(total) cents, not \(expected).")
        }
        return found
    }

    private static func violation(of line: AcceptedLine, in found: [EstimateSnapshot.Line]) -> String? {
        guard let only = found.first else { return "The accepted line \(line.mark) is not in QuickBooks." }
        guard found.count == 1 else { return "The line \(line.mark) is in QuickBooks \(found.count) times." }
        guard only.cents == line.cents else {
            return "The line \(line.mark) has \(only.cents) cents in QuickBooks, not \(line.cents)."
        }
        guard only.item == line.item else {
            return "The line \(line.mark) has the item \(only.item ?? "none") in QuickBooks, not \(line.item)."
        }
        return nil
    }

    private var exportViolations: [String] {
        var found: [String] = []
        for number in accepted.keys.sorted() where !exports.contains(where: { $0.number == number }) {
            found.append("The accepted export \(number) is lost.")
        }
        for export in exports {
            if accepted[export.number] == nil { found.append("Nobody accepted export \(export.number).") }
            if export.state.name != .synced {
                found.append("Export \(export.number) is “\(export.state.name.rawValue)”, not synced.")
            }
        }
        found += gateRefusals.map { "The gate is shut: \($0)" }
        if confirmed != expected || expected != expectedLines.count {
            found.append("\(confirmed) of \(expected) lines are confirmed, where \(expectedLines.count) were accepted.")
        }
        return found
    }

    private var auditViolations: [String] {
        var found: [String] = []
        if audit.map(\.number) != Array(1..<(audit.count + 1)) {
            found.append("The audit numbers do not run from 1 to \(audit.count).")
        }
        let acceptances = audit.filter { $0.act == .exportAccepted }.count
        if acceptances != accepted.count {
            found.append("The audit has \(acceptances) acceptances, where \(accepted.count) were made.")
        }
        return found
    }

    private var connectorViolations: [String] {
        guard let lastPoll else { return ["The Web Connector never polled."] }
        return lastPoll.endedWell ? [] : ["The Web Connector's last run ended with “\(lastPoll)”."]
    }
}
