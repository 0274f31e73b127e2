internal import QBXML

/// EstimateAdd and EstimateMod.
extension CompanyRecords {
    mutating func addEstimate(_ add: EstimateAdd) throws(Rejection) -> EstimateRet {
        guard preferences.isUsingEstimates else { throw .notEnabled }
        var estimate = EstimateRet()
        estimate.customerRef = try job(add.customerRef)
        estimate.txnDate = add.txnDate ?? String(now.prefix(10))
        try refuseClosed(estimate.txnDate)
        estimate.classRef = add.classRef
        estimate.templateRef = add.templateRef
        estimate.refNumber = add.refNumber
        estimate.isActive = add.isActive ?? true
        estimate.poNumber = add.poNumber
        estimate.dueDate = add.dueDate ?? estimate.txnDate
        estimate.memo = add.memo
        estimate.other = add.other
        estimate.externalGUID = add.externalGUID
        for entry in add.lines {
            switch entry {
            case .line(let content): estimate.lines.append(.line(try line(content)))
            case .group(let group):
                throw .invalidReference(to: "Item Group", group.itemGroupRef.words, in: "Estimate line")
            }
        }
        try total(&estimate)
        estimate.txnID = newTxnID()
        estimate.timeCreated = now
        estimate.txnNumber = nextNumber()
        stamp(&estimate)
        estimates.append(estimate)
        executedWrites += 1
        return estimate
    }

    mutating func modifyEstimate(_ mod: EstimateMod) throws(Rejection) -> EstimateRet {
        guard preferences.isUsingEstimates else { throw .notEnabled }
        guard let index = estimates.firstIndex(where: { $0.txnID == mod.txnID }) else { throw .notFound(mod.txnID) }
        var estimate = estimates[index]
        guard estimate.editSequence == mod.editSequence else { throw .outOfDate(mod.editSequence) }
        try refuseClosed(estimate.txnDate)
        try applyHeader(of: mod, to: &estimate)
        if !mod.lines.isEmpty { estimate.lines = try lines(mod.lines, replacing: estimate.lines) }
        try total(&estimate)
        stamp(&estimate)
        estimates[index] = estimate
        executedWrites += 1
        return estimate
    }

    mutating func stamp(_ estimate: inout EstimateRet) {
        estimate.timeModified = now
        estimate.editSequence = newEditSequence()
    }

    func total(_ estimate: inout EstimateRet) throws(Rejection) {
        var cents: Int64 = 0
        for entry in estimate.lines { cents += entry.cents }
        guard let total = QBAmount(cents: cents) else { throw .invalidValue("TotalAmount", String(cents)) }
        estimate.subtotal = total
        estimate.salesTaxTotal = .zero
        estimate.totalAmount = total
    }

    /// An empty value clears a field, a missing one leaves it.
    private func applyHeader(of mod: EstimateMod, to estimate: inout EstimateRet) throws(Rejection) {
        if let reference = mod.customerRef { estimate.customerRef = try job(reference) }
        if let classRef = mod.classRef { estimate.classRef = classRef }
        if let date = mod.txnDate {
            try refuseClosed(date)
            estimate.txnDate = date
        }
        if let isActive = mod.isActive { estimate.isActive = isActive }
        change(&estimate.refNumber, to: mod.refNumber)
        change(&estimate.poNumber, to: mod.poNumber)
        change(&estimate.dueDate, to: mod.dueDate)
        change(&estimate.memo, to: mod.memo)
        change(&estimate.other, to: mod.other)
    }

    private func change(_ field: inout String?, to text: String?) {
        guard let text else { return }
        field = text.isEmpty ? nil : text
    }

    private func job(_ reference: QBRef) throws(Rejection) -> QBRef {
        guard let job = customers.record(reference) else {
            throw .invalidReference(to: "Customer", reference.words, in: "Estimate")
        }
        return job.reference
    }

    private func refuseClosed(_ date: String?) throws(Rejection) {
        guard let closingDate = preferences.closingDate, let date, date <= closingDate else { return }
        throw .closed
    }
}

/// The lines of an EstimateMod: what it lists stays or changes or is new, in its order; what it leaves out is deleted.
extension CompanyRecords {
    private mutating func lines(
        _ listed: [EstimateLineToMod], replacing old: [EstimateLineOrGroupRet]
    ) throws(Rejection) -> [EstimateLineOrGroupRet] {
        var rest = Dictionary(old.map { ($0.txnLineID, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [EstimateLineOrGroupRet] = []
        result.reserveCapacity(listed.count)
        for entry in listed {
            switch entry {
            case .line(let mod):
                result.append(.line(try line(mod, from: mod.isNew ? nil : rest.removeValue(forKey: mod.txnLineID))))
            case .group(let mod):
                guard case .group(let group)? = rest.removeValue(forKey: mod.txnLineID) else {
                    throw .notFound(mod.txnLineID)
                }
                result.append(.group(try self.group(mod, from: group)))
            }
        }
        return result
    }

    private mutating func line(
        _ mod: EstimateLineMod, from old: EstimateLineOrGroupRet?
    ) throws(Rejection) -> EstimateLineRet {
        if mod.isNew { return try line(mod.content) }
        guard case .line(var line)? = old else { throw .notFound(mod.txnLineID) }
        try apply(mod.content, to: &line, isNew: false)
        return line
    }

    private mutating func group(
        _ mod: EstimateLineGroupMod, from old: EstimateLineGroupRet
    ) throws(Rejection) -> EstimateLineGroupRet {
        var group = old
        if let quantity = mod.quantity { group.quantity = quantity }
        if let unit = mod.unitOfMeasure { group.unitOfMeasure = unit }
        guard !mod.lines.isEmpty else { return group }
        var rest = Dictionary(old.lines.map { ($0.txnLineID, $0) }, uniquingKeysWith: { first, _ in first })
        var lines: [EstimateLineRet] = []
        for lineMod in mod.lines {
            let kept = lineMod.isNew ? nil : rest.removeValue(forKey: lineMod.txnLineID)
            lines.append(try line(lineMod, from: kept.map { .line($0) }))
        }
        group.lines = lines
        group.totalAmount = QBAmount(cents: lines.reduce(0) { $0 + ($1.amount?.cents ?? 0) })
        return group
    }
}

extension EstimateLineMod {
    fileprivate var isNew: Bool { txnLineID == Self.newLineID }
}

extension EstimateLineOrGroupRet {
    var txnLineID: String {
        switch self {
        case .line(let line): line.txnLineID
        case .group(let group): group.txnLineID
        }
    }

    var cents: Int64 {
        switch self {
        case .line(let line): line.amount?.cents ?? 0
        case .group(let group): group.lines.reduce(0) { $0 + ($1.amount?.cents ?? 0) }
        }
    }
}
