import BudgetOperations
import QBXML

/// The estimate that a look-up found, kept between two calls of a session as the very answer in which it came.
enum FoundEstimate {
    /// Nil when the answer holds no estimate of ours. An empty text says that QuickBooks has none.
    static func read(_ answer: String, of estimate: EstimateToRead) throws(QBXMLFault) -> EstimateRet? {
        guard !answer.isEmpty else { return nil }
        return pick(estimate, from: try QBXMLResponseSet(reading: Array(answer.utf8)))
    }

    /// Ours by QuickBooks' id or, before there is one, by a GUID that only we give: a number alone is no proof,
    /// because a bookkeeper may copy an estimate with its number. An id whose estimate carries a foreign GUID is
    /// another transaction, as after a restored copy of the file.
    static func pick(_ estimate: EstimateToRead, from set: QBXMLResponseSet) -> EstimateRet? {
        let guids = ([estimate.guid] + estimate.formerGUIDs).compactMap { ExternalGUID($0) }
        var found: [EstimateRet] = []
        for response in set.responses {
            if case .estimates(let estimates) = response.body { found += estimates }
        }
        if let txnID = estimate.txnID {
            return found.first { each in
                each.txnID == txnID && (each.externalGUID.flatMap { ExternalGUID($0) }.map(guids.contains) ?? true)
            }
        }
        for guid in guids {
            if let ours = found.first(where: { $0.externalGUID.flatMap { ExternalGUID($0) } == guid }) { return ours }
        }
        return nil
    }

    /// When QuickBooks says that the estimate was deleted; nil when it has no record of that.
    static func deletionTime(of estimate: EstimateToRead, in set: QBXMLResponseSet) -> String? {
        for response in set.responses {
            guard case .deletedTxns(let deleted) = response.body else { continue }
            if let ours = deleted.first(where: { $0.txnID == estimate.txnID }) { return ours.timeDeleted }
        }
        return nil
    }
}
