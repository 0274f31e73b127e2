internal import BudgetDomain

extension Ledger {
    /// Every accepted line of a company by its mark.
    package func acceptedLines(ofCompany company: Int) -> [String: Acceptance.Line] {
        var lines: [String: Acceptance.Line] = [:]
        for acceptance in acceptances where acceptance.key.company == company {
            for line in acceptance.lines { lines[line.mark] = line }
        }
        return lines
    }

    /// Whether a bookkeeper ever laid a hand on that line, or on the estimate as a whole.
    package func isTouched(mark: String?, inEstimate txnID: String, ofCompany company: Int) -> Bool {
        bookkeeping.contains { act in
            act.company == company && act.txnID == txnID && (act.mark == nil || act.mark == mark)
        }
    }

    package func isTouched(estimate txnID: String, ofCompany company: Int) -> Bool {
        bookkeeping.contains { $0.company == company && $0.txnID == txnID }
    }
}
