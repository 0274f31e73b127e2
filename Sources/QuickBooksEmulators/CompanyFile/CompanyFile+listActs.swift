internal import QBXML

/// What a bookkeeper does with jobs and items.
extension CompanyFile {
    /// Its jobs keep their own names' last part.
    package func renameCustomer(_ fullName: String, to name: String) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let customer = records.customers.record(fullName: fullName) else { throw .notFound(fullName) }
            let newFullName = [Self.parts(of: fullName).parent, name].compactMap { $0 }.joined(separator: ":")
            guard records.customers.record(fullName: newFullName) == nil else { throw .nameInUse(name) }
            records.rename(customer, to: name, newFullName)
        }
    }

    package func setCustomer(_ fullName: String, isActive: Bool) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let customer = records.customers.record(fullName: fullName) else { throw .notFound(fullName) }
            let (time, editSequence) = (records.now, records.newEditSequence())
            records.customers.update(customer.listID) {
                $0.isActive = isActive
                $0.timeModified = time
                $0.editSequence = editSequence
            }
        }
    }

    /// Renaming one to the name of another: the first one's record is gone, and what referred to it refers to the
    /// other.
    package func mergeCustomer(_ fullName: String, into other: String) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let merged = records.customers.record(fullName: fullName) else { throw .notFound(fullName) }
            guard let kept = records.customers.record(fullName: other), kept.listID != merged.listID else {
                throw .notFound(other)
            }
            records.customers.remove(merged.listID)
            for index in records.estimates.indices
            where records.estimates[index].customerRef?.listID == merged.listID {
                var estimate = records.estimates[index]
                estimate.customerRef = kept.reference
                records.stamp(&estimate)
                records.estimates[index] = estimate
            }
        }
    }

    package func mergeItem(_ fullName: String, into other: String) throws(Rejection) {
        try enter { records throws(Rejection) in
            guard let merged = records.items.record(fullName: fullName) else { throw .notFound(fullName) }
            guard let kept = records.items.record(fullName: other), kept.listID != merged.listID else {
                throw .notFound(other)
            }
            records.items.remove(merged.listID)
            for index in records.estimates.indices { records.replaceItem(merged.listID, by: kept, inEstimate: index) }
        }
    }
}

extension CompanyRecords {
    fileprivate mutating func rename(_ customer: CustomerRet, to name: String, _ newFullName: String) {
        let oldFullName = customer.fullName ?? ""
        for other in customers.records where other.fullName?.hasPrefix(oldFullName + ":") == true {
            let tail = other.fullName?.dropFirst(oldFullName.count) ?? ""
            customers.update(other.listID) { $0.fullName = newFullName + tail }
        }
        let (time, editSequence) = (now, newEditSequence())
        customers.update(customer.listID) {
            $0.name = name
            $0.fullName = newFullName
            $0.timeModified = time
            $0.editSequence = editSequence
        }
        for index in estimates.indices {
            guard let reference = estimates[index].customerRef else { continue }
            estimates[index].customerRef = customers.record(reference)?.reference ?? reference
        }
    }

    fileprivate mutating func replaceItem(_ listID: String, by kept: ItemServiceRet, inEstimate index: Int) {
        var estimate = estimates[index]
        var hasChanged = false
        for line in estimate.lines.indices {
            guard case .line(var content) = estimate.lines[line], content.itemRef?.listID == listID else { continue }
            content.itemRef = kept.reference
            estimate.lines[line] = .line(content)
            hasChanged = true
        }
        guard hasChanged else { return }
        stamp(&estimate)
        estimates[index] = estimate
    }
}
