package import BudgetDomain
package import QBXML

extension EstimateTranslation {
    /// The estimate as QuickBooks holds it. Lines inside a group are lines like the others; the group itself, whose
    /// total is their sum, is none. A line without an amount is a comment, and counts 0.
    package static func reading(
        of estimate: EstimateRet, currency: Currency
    ) throws(TranslationFault) -> EstimateReading {
        guard let total = estimate.totalAmount ?? estimate.subtotal else { throw .incomplete(field: "TotalAmount") }
        let reference = EstimateReference(
            txnID: try required(estimate.txnID, "TxnID"),
            editSequence: try required(estimate.editSequence, "EditSequence"))
        return EstimateReading(
            reference: reference, number: estimate.refNumber ?? "",
            total: Money(minorUnits: total.cents, currency: currency),
            lines: flattened(estimate).map { reading(of: $0, currency: currency) },
            job: estimate.customerRef.flatMap { job in
                job.listID.map { ListReference(listID: $0, fullName: job.fullName ?? "") }
            }, modifiedAt: estimate.timeModified, date: estimate.txnDate.flatMap { CalendarDate(iso: $0) })
    }

    private static func reading(of line: EstimateLineRet, currency: Currency) -> EstimateReading.Line {
        EstimateReading.Line(
            txnLineID: line.txnLineID, itemListID: line.itemRef?.listID, itemName: line.itemRef?.fullName ?? "",
            mark: mark(of: line), amount: Money(minorUnits: line.amount?.cents ?? 0, currency: currency),
            description: line.desc ?? "")
    }
}
