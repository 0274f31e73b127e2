internal import QBXML

/// What a bookkeeper does with a whole estimate.
extension CompanyFile {
    /// *Duplicate Estimate*: number, memo and lines come along, marks too; the GUID does not.
    /// - Returns: the copy's TxnID.
    @discardableResult
    package func copyEstimate(_ txnID: String) throws(Rejection) -> String {
        try enter { records throws(Rejection) in
            guard var copy = records.estimates.first(where: { $0.txnID == txnID }) else { throw .notFound(txnID) }
            copy.txnID = records.newTxnID()
            copy.externalGUID = nil
            copy.timeCreated = records.now
            copy.txnNumber = records.nextNumber()
            copy.lines = copy.lines.map { records.renumbered($0) }
            records.stamp(&copy)
            records.estimates.append(copy)
            return copy.txnID
        }
    }

    package func moveEstimate(_ txnID: String, toJob fullName: String) throws(Rejection) {
        try edit(txnID) { records, estimate throws(Rejection) in
            guard let job = records.customers.record(fullName: fullName) else { throw .notFound(fullName) }
            estimate.customerRef = job.reference
        }
    }

    package func setEstimate(_ txnID: String, isActive: Bool) throws(Rejection) {
        try edit(txnID) { _, estimate throws(Rejection) in estimate.isActive = isActive }
    }

    package func setItem(ofLine line: Int, inEstimate txnID: String, to item: String) throws(Rejection) {
        try edit(txnID) { records, estimate throws(Rejection) in
            guard let found = records.items.record(fullName: item) else { throw .notFound(item) }
            guard estimate.lines.indices.contains(line), case .line(var content) = estimate.lines[line] else {
                throw .notFound("line \(line)")
            }
            content.itemRef = found.reference
            estimate.lines[line] = .line(content)
        }
    }
}

extension CompanyRecords {
    fileprivate mutating func renumbered(_ entry: EstimateLineOrGroupRet) -> EstimateLineOrGroupRet {
        switch entry {
        case .line(var line):
            line.txnLineID = newTxnID()
            return .line(line)
        case .group(var group):
            group.txnLineID = newTxnID()
            for index in group.lines.indices { group.lines[index].txnLineID = newTxnID() }
            return .group(group)
        }
    }
}
