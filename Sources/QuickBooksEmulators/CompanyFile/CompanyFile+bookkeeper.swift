internal import QBXML

/// What people do in QuickBooks while nobody looks. An estimate is named by its TxnID; a line by its place among the
/// estimate's own lines, groups counting as one.
extension CompanyFile {
    package func setAmount(ofLine line: Int, inEstimate txnID: String, cents: Int64) throws(Rejection) {
        try edit(txnID) { records, estimate throws(Rejection) in
            let amount = try records.amount(cents)
            try Self.editLine(line, of: &estimate) {
                $0.amount = amount
                $0.rate = QBPrice(amount)
                $0.quantity = nil
            }
        }
    }

    package func setDescription(
        ofLine line: Int, inEstimate txnID: String, to description: String
    ) throws(Rejection) {
        try edit(txnID) { _, estimate throws(Rejection) in
            try Self.editLine(line, of: &estimate) { $0.desc = description }
        }
    }

    package func addLine(
        toEstimate txnID: String, item: String, description: String, cents: Int64
    ) throws(Rejection) {
        try edit(txnID) { records, estimate throws(Rejection) in
            let amount = try records.amount(cents)
            let content = EstimateLineAdd {
                $0.itemRef = QBRef(fullName: item)
                $0.desc = description
                $0.amount = amount
            }
            estimate.lines.append(.line(try records.line(content)))
        }
    }

    package func addGroup(
        toEstimate txnID: String, name: String, lines: [(item: String, cents: Int64)]
    ) throws(Rejection) {
        try edit(txnID) { records, estimate throws(Rejection) in
            var group = EstimateLineGroupRet()
            group.txnLineID = records.newTxnID()
            group.itemGroupRef = QBRef(fullName: name)
            for line in lines {
                let amount = try records.amount(line.cents)
                let content = EstimateLineAdd {
                    $0.itemRef = QBRef(fullName: line.item)
                    $0.amount = amount
                }
                group.lines.append(try records.line(content))
            }
            group.totalAmount = try records.amount(lines.reduce(0) { $0 + $1.cents })
            estimate.lines.append(.group(group))
        }
    }

    /// The last line stays: QuickBooks records no blank transaction.
    package func deleteLine(_ line: Int, ofEstimate txnID: String) throws(Rejection) {
        try edit(txnID) { _, estimate throws(Rejection) in
            guard estimate.lines.indices.contains(line) else { throw .notFound("line \(line)") }
            guard estimate.lines.count > 1 else { throw .blankTransaction }
            estimate.lines.remove(at: line)
        }
    }

    package func deleteEstimate(_ txnID: String) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let index = records.estimates.firstIndex(where: { $0.txnID == txnID }) else {
                throw .notFound(txnID)
            }
            let estimate = records.estimates.remove(at: index)
            var deleted = TxnDeletedRet()
            deleted.type = TxnDeletedType.estimate.rawValue
            deleted.txnID = txnID
            deleted.timeCreated = estimate.timeCreated
            deleted.timeDeleted = records.now
            deleted.refNumber = estimate.refNumber
            records.deletedTxns.append(deleted)
        }
    }

    /// Its sub-items keep their own full names' last part.
    package func renameItem(_ fullName: String, to name: String) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let item = records.items.record(fullName: fullName) else { throw .notFound(fullName) }
            let newFullName = [Self.parts(of: fullName).parent, name].compactMap { $0 }.joined(separator: ":")
            guard records.items.record(fullName: newFullName) == nil else { throw .nameInUse(name) }
            records.rename(item, to: name, newFullName)
        }
    }

    package func setItem(_ fullName: String, isActive: Bool) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let item = records.items.record(fullName: fullName) else { throw .notFound(fullName) }
            let (time, editSequence) = (records.now, records.newEditSequence())
            records.items.update(item.listID) {
                $0.isActive = isActive
                $0.timeModified = time
                $0.editSequence = editSequence
            }
        }
    }

    func edit(
        _ txnID: String, _ change: (inout CompanyRecords, inout EstimateRet) throws(Rejection) -> Void
    ) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let index = records.estimates.firstIndex(where: { $0.txnID == txnID }) else {
                throw .notFound(txnID)
            }
            var estimate = records.estimates[index]
            try change(&records, &estimate)
            try records.total(&estimate)
            records.stamp(&estimate)
            records.estimates[index] = estimate
        }
    }

    private static func editLine(
        _ index: Int, of estimate: inout EstimateRet, _ change: (inout EstimateLineRet) -> Void
    ) throws(Rejection) {
        guard estimate.lines.indices.contains(index), case .line(var line) = estimate.lines[index] else {
            throw .notFound("line \(index)")
        }
        change(&line)
        estimate.lines[index] = .line(line)
    }
}

extension CompanyRecords {
    /// Sub-items and the lines that refer to the item show its new name.
    mutating func rename(_ item: ItemServiceRet, to name: String, _ newFullName: String) {
        let oldFullName = item.fullName ?? ""
        for other in items.records where other.fullName?.hasPrefix(oldFullName + ":") == true {
            let tail = other.fullName?.dropFirst(oldFullName.count) ?? ""
            items.update(other.listID) { $0.fullName = newFullName + tail }
        }
        let (time, editSequence) = (now, newEditSequence())
        items.update(item.listID) {
            $0.name = name
            $0.fullName = newFullName
            $0.timeModified = time
            $0.editSequence = editSequence
        }
        for estimate in estimates.indices {
            for line in estimates[estimate].lines.indices { renewItemName(estimate, line) }
        }
    }

    private mutating func renewItemName(_ estimate: Int, _ index: Int) {
        guard case .line(var line) = estimates[estimate].lines[index], let reference = line.itemRef else { return }
        line.itemRef = items.record(reference)?.reference ?? reference
        estimates[estimate].lines[index] = .line(line)
    }
}
