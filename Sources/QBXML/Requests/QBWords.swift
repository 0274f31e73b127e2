/// Words that qbXML uses for choices. In answers these fields are plain text, since newer versions add words.
package enum JobStatus: String, WireWord {
    case awarded = "Awarded", closed = "Closed", inProgress = "InProgress", none = "None"
    case notAwarded = "NotAwarded", pending = "Pending"
}

package enum ActiveStatus: String, WireWord {
    case activeOnly = "ActiveOnly", inactiveOnly = "InactiveOnly", all = "All"
}

package enum MatchCriterion: String, WireWord {
    case startsWith = "StartsWith", contains = "Contains", endsWith = "EndsWith"
}

package enum PaidStatus: String, WireWord {
    case all = "All", paidOnly = "PaidOnly", notPaidOnly = "NotPaidOnly"
}

package enum QBMetaData: String, WireWord {
    case none = "NoMetaData", only = "MetaDataOnly", andResponseData = "MetaDataAndResponseData"
}

package enum JobReportType: String, WireWord {
    case itemEstimatesVsActuals = "ItemEstimatesVsActuals", itemProfitability = "ItemProfitability"
    case jobEstimatesVsActualsDetail = "JobEstimatesVsActualsDetail"
    case jobEstimatesVsActualsSummary = "JobEstimatesVsActualsSummary"
    case jobProfitabilityDetail = "JobProfitabilityDetail", jobProfitabilitySummary = "JobProfitabilitySummary"
}

package enum TxnDeletedType: String, WireWord {
    case bill = "Bill", check = "Check", creditCardCharge = "CreditCardCharge", creditCardCredit = "CreditCardCredit"
    case estimate = "Estimate", invoice = "Invoice", itemReceipt = "ItemReceipt", journalEntry = "JournalEntry"
    case purchaseOrder = "PurchaseOrder", timeTracking = "TimeTracking", vendorCredit = "VendorCredit"
}

package enum OnError: String, WireWord {
    case stop = "stopOnError", `continue` = "continueOnError"
}

package enum QBSeverity: String, WireWord {
    case info = "Info", warn = "Warn", error = "Error"
}
