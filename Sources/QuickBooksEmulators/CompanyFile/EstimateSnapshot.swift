internal import QBXML

/// An estimate as a bookkeeper sees it on the screen.
package struct EstimateSnapshot: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var txnLineID: String
        package var item: String?
        package var description: String?
        package var quantity: String?
        package var cents: Int64
        package var other1: String?
        package var other2: String?
    }

    package var txnID: String
    package var editSequence: String
    /// `Customer:Job`.
    package var customer: String
    package var refNumber: String?
    package var memo: String?
    package var externalGUID: String?
    package var isActive: Bool
    package var totalCents: Int64
    /// The lines of a group stand in its place.
    package var lines: [Line]
}

extension EstimateSnapshot {
    init(_ estimate: EstimateRet) {
        txnID = estimate.txnID
        editSequence = estimate.editSequence ?? ""
        customer = estimate.customerRef?.fullName ?? ""
        refNumber = estimate.refNumber
        memo = estimate.memo
        externalGUID = estimate.externalGUID
        isActive = estimate.isActive ?? true
        totalCents = estimate.totalAmount?.cents ?? 0
        lines = estimate.lines.flatMap(\.estimateLines).map { Line($0) }
    }
}

extension EstimateSnapshot.Line {
    init(_ line: EstimateLineRet) {
        txnLineID = line.txnLineID
        item = line.itemRef?.fullName
        description = line.desc
        quantity = line.quantity?.description
        cents = line.amount?.cents ?? 0
        other1 = line.other1
        other2 = line.other2
    }
}

extension CompanyFile {
    package var estimates: [EstimateSnapshot] { read { $0.estimates.map { EstimateSnapshot($0) } } }
}
