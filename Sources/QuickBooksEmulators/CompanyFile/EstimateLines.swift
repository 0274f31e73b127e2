internal import QBXML

/// How a line of an estimate gets its item and its amount.
extension CompanyRecords {
    mutating func line(_ content: EstimateLineAdd) throws(Rejection) -> EstimateLineRet {
        var line = EstimateLineRet()
        line.txnLineID = newTxnID()
        try apply(content, to: &line, isNew: true)
        return line
    }

    /// What the content leaves out stays as it is.
    func apply(_ content: EstimateLineAdd, to line: inout EstimateLineRet, isNew: Bool) throws(Rejection) {
        if let reference = content.itemRef {
            let item = try usableItem(reference)
            line.itemRef = item.reference
            if isNew, content.desc == nil { line.desc = item.salesDescription }
        }
        if let desc = content.desc { line.desc = desc.isEmpty ? nil : desc }
        if let unit = content.unitOfMeasure { line.unitOfMeasure = unit }
        if let classRef = content.classRef { line.classRef = classRef }
        if let markup = content.markupRatePercent { line.markupRatePercent = markup }
        if let other = content.other1 { line.other1 = other.isEmpty ? nil : other }
        if let other = content.other2 { line.other2 = other.isEmpty ? nil : other }
        if let percent = content.ratePercent { throw .invalidValue("RatePercent", percent.description) }
        try price(content, &line, isNew: isNew)
    }

    /// An amount wins over a rate. Without an amount it is quantity times rate, marked up; without a rate it is the
    /// item's; without a quantity it is one.
    private func price(
        _ content: EstimateLineAdd, _ line: inout EstimateLineRet, isNew: Bool
    ) throws(Rejection) {
        if let quantity = content.quantity { line.quantity = quantity }
        if let amount = content.amount {
            line.amount = amount
            line.rate = line.quantity.map { LineAmounts.rate(amount, $0) } ?? QBPrice(amount)
            return
        }
        let changesPrice = content.quantity != nil || content.rate != nil || content.markupRatePercent != nil
        guard let itemRef = line.itemRef, isNew || changesPrice else { return }
        if let rate = content.rate {
            line.rate = rate
        } else if isNew {
            line.rate = items.record(itemRef)?.salesPrice
        }
        let quantity = line.quantity ?? .one
        guard let amount = LineAmounts.amount(quantity, line.rate, line.markupRatePercent) else {
            throw .invalidValue("Quantity", quantity.description)
        }
        line.amount = amount
    }

    private func usableItem(_ reference: QBRef) throws(Rejection) -> ItemServiceRet {
        guard let item = items.record(reference) else {
            throw .invalidReference(to: "Item", reference.words, in: "Estimate line")
        }
        guard item.isActive == true else {
            throw .inactiveReference(to: "Item", reference.words, in: "Estimate line")
        }
        return item
    }
}

enum LineAmounts {
    /// Exact, then rounded once, half away from zero. Nil where no amount can hold it.
    static func amount(_ quantity: QBQuantity, _ rate: QBPrice?, _ markup: QBPercent?) -> QBAmount? {
        let factor = 10_000_000 + Int128(markup?.hundredThousandths ?? 0)
        let unmarked = Int128(quantity.hundredThousandths)
            .multipliedReportingOverflow(by: Int128(rate?.hundredThousandths ?? 0))
        let marked = unmarked.partialValue.multipliedReportingOverflow(by: factor)
        guard !unmarked.overflow, !marked.overflow else { return nil }
        // Five decimals of quantity, five of rate and seven of the factor, of which a cent keeps two.
        return Int64(exactly: rounded(marked.partialValue, by: 1_000_000_000_000_000)).flatMap { QBAmount(cents: $0) }
    }

    /// The rate that makes `quantity` cost `amount`, to five decimals; nil where no such rate can be written.
    static func rate(_ amount: QBAmount, _ quantity: QBQuantity) -> QBPrice? {
        guard quantity.hundredThousandths != 0 else { return QBPrice(.zero) }
        let scaled = Int128(amount.cents) * 100_000_000
        return Int64(exactly: rounded(scaled, by: Int128(quantity.hundredThousandths)))
            .flatMap { QBPrice(hundredThousandths: $0) }
    }

    private static func rounded(_ number: Int128, by divisor: Int128) -> Int128 {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
        return quotient + (number.signum() * divisor.signum())
    }
}

extension ItemServiceRet {
    var salesPrice: QBPrice? { salesAndPurchase?.salesPrice ?? salesOrPurchase?.price }
    var salesDescription: String? { salesAndPurchase?.salesDesc ?? salesOrPurchase?.desc }
}
