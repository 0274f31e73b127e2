package import BudgetDomain
package import QBXML

/// A budget's transactions as QuickBooks' estimate, and the estimate as what the gate compares.
package enum EstimateTranslation {
    /// What the estimate's *Other* field says, so that a bookkeeper sees where the estimate comes from.
    static let origin = "Plumbline budget"

    /// The estimate of a budget that QuickBooks does not hold yet.
    ///
    /// - Parameters:
    ///   - number: at most 11 characters; QuickBooks gives no number of its own.
    ///   - guid: by which the estimate is known again after a lost answer.
    package static func add(
        job: ListReference, date: CalendarDate, number: String, guid: ExternalGUID, memo: String,
        lines: [EstimateLine]
    ) throws(TranslationFault) -> EstimateAdd {
        guard !lines.isEmpty else { throw .noLines }
        var estimate = EstimateAdd()
        estimate.customerRef = QBRef(listID: job.listID)
        estimate.txnDate = date.iso
        estimate.refNumber = number
        estimate.memo = TextTranslation.description(memo).textOrNil
        estimate.other = origin
        estimate.externalGUID = guid.text
        for line in lines { estimate.lines.append(.line(try content(of: line))) }
        return estimate
    }

    /// Appends to an estimate that QuickBooks holds. Every line and group that is there stays as it is, whoever wrote
    /// it: in a change QuickBooks deletes the lines that are not named.
    package static func update(
        existing: EstimateRet, appending lines: [EstimateLine]
    ) throws(TranslationFault) -> EstimateMod {
        guard !lines.isEmpty else { throw .noLines }
        guard !existing.lines.isEmpty else { throw .linesNotRead }
        var change = EstimateMod()
        change.txnID = try required(existing.txnID, "TxnID")
        change.editSequence = try required(existing.editSequence, "EditSequence")
        for line in existing.lines { change.lines.append(try kept(line)) }
        let known = marks(in: existing)
        for line in lines {
            if known.contains(line.mark) { throw .markAlreadyThere(line.mark) }
            change.lines.append(.line(EstimateLineMod(adding: try content(of: line))))
        }
        return change
    }

    /// The marks of the lines that an estimate has: ours, and whatever else people typed into *Other 1*.
    package static func marks(in estimate: EstimateRet) -> Set<String> {
        Set(flattened(estimate).compactMap(mark(of:)))
    }

    /// An amount alone, without quantity or rate: QuickBooks then shows the amount as rate too, and cannot round. Zero
    /// is said as well, or QuickBooks would fill in the item's own price.
    static func content(of line: EstimateLine) throws(TranslationFault) -> EstimateLineAdd {
        guard let amount = QBAmount(cents: line.amount.minorUnits) else { throw .amountTooLarge(line.amount) }
        var content = EstimateLineAdd()
        content.itemRef = QBRef(listID: line.itemListID)
        content.desc = TextTranslation.description(line.description).textOrNil
        content.amount = amount
        content.other1 = line.mark
        return content
    }

    static func kept(_ line: EstimateLineOrGroupRet) throws(TranslationFault) -> EstimateLineToMod {
        switch line {
        case .line(let line): .keepLine(try required(line.txnLineID, "TxnLineID"))
        case .group(let group): .keepGroup(try required(group.txnLineID, "TxnLineID"))
        }
    }

    static func required(_ text: String?, _ field: String) throws(TranslationFault) -> String {
        guard let text, !text.isEmpty else { throw .incomplete(field: field) }
        return text
    }

    static func flattened(_ estimate: EstimateRet) -> [EstimateLineRet] {
        estimate.lines.flatMap { line in
            switch line {
            case .line(let line): [line]
            case .group(let group): group.lines
            }
        }
    }

    static func mark(of line: EstimateLineRet) -> String? {
        guard let mark = line.other1, !mark.isEmpty else { return nil }
        return mark
    }
}
