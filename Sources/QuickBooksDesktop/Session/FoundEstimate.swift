import BudgetOperations
import QBXML

/// The estimate that a look-up found, kept between two calls of a session as the very answer in which it came.
enum FoundEstimate {
    /// Nil when the answer holds no estimate of ours. An empty text says that QuickBooks has none.
    static func read(_ answer: String, of estimate: EstimateToRead) throws(QBXMLFault) -> EstimateRet? {
        guard !answer.isEmpty else { return nil }
        return pick(estimate, from: try QBXMLResponseSet(reading: Array(answer.utf8)))
    }

    /// Ours by QuickBooks' id or, before there is one, by the GUID that only we give: a number alone is no proof,
    /// because a bookkeeper may copy an estimate with its number.
    static func pick(_ estimate: EstimateToRead, from set: QBXMLResponseSet) -> EstimateRet? {
        let guid = ExternalGUID(estimate.guid)
        for response in set.responses {
            guard case .estimates(let found) = response.body else { continue }
            for each in found {
                if let txnID = estimate.txnID {
                    if each.txnID == txnID { return each }
                } else if let text = each.externalGUID, ExternalGUID(text) == guid {
                    return each
                }
            }
        }
        return nil
    }
}
