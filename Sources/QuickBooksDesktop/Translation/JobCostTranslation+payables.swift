internal import BudgetDomain
package import QBXML

// Documents that have both kinds of lines: by account and by item.
extension JobCostTranslation {
    package func lines(of bill: BillRet) throws(TranslationFault) -> [JobCostLine] {
        let document = JobCostDocument(
            kind: .bill, txnID: bill.txnID, date: bill.txnDate, number: bill.refNumber,
            party: bill.vendorRef?.fullName, currency: currency)
        return try lines(of: document, bill.currencyRef, bill.expenseLines, bill.itemLines)
    }

    package func lines(of credit: VendorCreditRet) throws(TranslationFault) -> [JobCostLine] {
        let document = JobCostDocument(
            kind: .vendorCredit, txnID: credit.txnID, date: credit.txnDate, number: credit.refNumber,
            party: credit.vendorRef?.fullName, currency: currency)
        return try lines(of: document, credit.currencyRef, credit.expenseLines, credit.itemLines)
    }

    package func lines(of check: CheckRet) throws(TranslationFault) -> [JobCostLine] {
        let document = JobCostDocument(
            kind: .check, txnID: check.txnID, date: check.txnDate, number: check.refNumber,
            party: check.payeeEntityRef?.fullName ?? check.accountRef?.fullName, currency: currency)
        return try lines(of: document, check.currencyRef, check.expenseLines, check.itemLines)
    }

    package func lines(of card: CreditCardTxnRet, isCredit: Bool) throws(TranslationFault) -> [JobCostLine] {
        let document = JobCostDocument(
            kind: isCredit ? .creditCardCredit : .creditCardCharge, txnID: card.txnID, date: card.txnDate,
            number: card.refNumber, party: card.payeeEntityRef?.fullName ?? card.accountRef?.fullName,
            currency: currency)
        return try lines(of: document, card.currencyRef, card.expenseLines, card.itemLines)
    }

    private func lines(
        of document: JobCostDocument, _ currencyRef: QBRef?, _ expenses: [ExpenseLineRet],
        _ items: [ItemLineOrGroupRet]
    ) throws(TranslationFault) -> [JobCostLine] {
        let lines =
            expenses.compactMap { line(of: document, $0) }
            + flattened(items).compactMap { line(of: document, $0) }
        if !lines.isEmpty { try requireHomeCurrency(currencyRef, txnID: document.txnID) }
        return lines
    }

    private func line(of document: JobCostDocument, _ line: ExpenseLineRet) -> JobCostLine? {
        guard let job = line.customerRef?.listID, jobs.contains(job), let amount = line.amount else { return nil }
        return document.line(
            line.txnLineID, job: job, item: nil, shownAs: line.accountRef?.fullName, cents: amount.cents)
    }

    private func line(of document: JobCostDocument, _ line: ItemLineRet) -> JobCostLine? {
        guard let job = line.customerRef?.listID, jobs.contains(job), let amount = line.amount else { return nil }
        return document.line(
            line.txnLineID, job: job, item: line.itemRef, shownAs: line.desc, cents: amount.cents)
    }

    private func flattened(_ lines: [ItemLineOrGroupRet]) -> [ItemLineRet] {
        lines.flatMap { line in
            switch line {
            case .line(let line): [line]
            case .group(let group): group.lines
            }
        }
    }
}
