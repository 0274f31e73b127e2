internal import BudgetDomain
package import QBXML

extension JobCostTranslation {
    /// What is still committed, line by line: 0 for a line that is received or closed, so that its earlier figure can
    /// be replaced.
    package func lines(of order: PurchaseOrderRet) throws(TranslationFault) -> [JobCostLine] {
        let document = JobCostDocument(
            kind: .purchaseOrder, txnID: order.txnID, date: order.txnDate, number: order.refNumber,
            party: order.vendorRef?.fullName, currency: currency)
        let isDone = order.isManuallyClosed == true || order.isFullyReceived == true
        let lines = flattened(order.lines).compactMap { line -> JobCostLine? in
            guard let job = line.customerRef?.listID, jobs.contains(job), let amount = line.amount else { return nil }
            let isClosed = isDone || line.isManuallyClosed == true
            let open = OpenPart.cents(of: amount, ordered: line.quantity, received: line.receivedQuantity)
            return document.line(
                line.txnLineID, job: job, item: line.itemRef, shownAs: line.desc, cents: isClosed ? 0 : open)
        }
        if !lines.isEmpty { try requireHomeCurrency(order.currencyRef, txnID: order.txnID) }
        return lines
    }

    private func flattened(_ lines: [PurchaseOrderLineOrGroupRet]) -> [PurchaseOrderLineRet] {
        lines.flatMap { line in
            switch line {
            case .line(let line): [line]
            case .group(let group): group.lines
            }
        }
    }
}

/// The part of an ordered amount that is not received yet.
enum OpenPart {
    /// amount × (ordered − received) ÷ ordered, half a cent away from zero; never less than nothing and never more
    /// than the whole. An order without a quantity is of one.
    static func cents(of amount: QBAmount, ordered: QBQuantity?, received: QBQuantity?) -> Int64 {
        let given = ordered?.hundredThousandths ?? 0
        let whole = given == 0 ? QBQuantity.one.hundredThousandths : given
        let open = whole - (received?.hundredThousandths ?? 0)
        if open == 0 || (open < 0) != (whole < 0) { return 0 }
        if open.magnitude >= whole.magnitude { return amount.cents }
        // Fifteen digits times fifteen digits need more than 64 bits.
        let product = Int128(amount.cents.magnitude) * Int128(open.magnitude)
        let rounded = (product * 2 + Int128(whole.magnitude)) / (Int128(whole.magnitude) * 2)
        return amount.cents < 0 ? -Int64(rounded) : Int64(rounded)
    }
}
