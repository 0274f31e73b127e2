internal import BudgetDomain
package import QBXML

extension JobCostTranslation {
    /// A debit costs the job, a credit gives back. A journal line has an account and never an item.
    package func lines(of entry: JournalEntryRet) throws(TranslationFault) -> [JobCostLine] {
        let document = JobCostDocument(
            kind: .journalEntry, txnID: entry.txnID, date: entry.txnDate, number: entry.refNumber, party: nil,
            currency: currency)
        let lines = entry.lines.enumerated().compactMap { position, line in
            switch line {
            case .debit(let line): self.line(of: document, line, at: position, sign: 1)
            case .credit(let line): self.line(of: document, line, at: position, sign: -1)
            }
        }
        if !lines.isEmpty { try requireHomeCurrency(entry.currencyRef, txnID: entry.txnID) }
        return lines
    }

    private func line(
        of document: JobCostDocument, _ line: JournalLine, at position: Int, sign: Int64
    ) -> JobCostLine? {
        guard let job = line.entityRef?.listID, jobs.contains(job), let amount = line.amount else { return nil }
        if let account = line.accountRef?.listID, accountsThatAreNoCost.contains(account) { return nil }
        // The schema lets QuickBooks leave the id out; the place in the entry then stands for it.
        return document.line(
            line.txnLineID ?? "#\(position + 1)", job: job, item: nil, shownAs: line.accountRef?.fullName,
            cents: sign * amount.cents)
    }
}
