/// The preferences that decide whether an estimate can be written.
package struct PreferencesRet: QBXMLValue {
    package var accounting: AccountingPreferences?
    package var jobsAndEstimates: JobsAndEstimatesPreferences?
    package var multiCurrency: MultiCurrencyPreferences?

    package init() {}
}

extension PreferencesRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.aggregate("AccountingPreferences", &accounting)
        try visitor.aggregate("JobsAndEstimatesPreferences", &jobsAndEstimates)
        try visitor.aggregate("MultiCurrencyPreferences", &multiCurrency)
    }
}

package struct AccountingPreferences: QBXMLValue {
    package var isUsingAccountNumbers: Bool?
    package var isUsingClassTracking: Bool?
    /// Up to this day the books are closed.
    package var closingDate: String?

    package init() {}
}

extension AccountingPreferences: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("IsUsingAccountNumbers", &isUsingAccountNumbers)
        try visitor.value("IsUsingClassTracking", &isUsingClassTracking)
        try visitor.text("ClosingDate", &closingDate, .date)
    }
}

package struct JobsAndEstimatesPreferences: QBXMLValue {
    /// If false, every estimate is refused with status 3250.
    package var isUsingEstimates: Bool?
    package var isUsingProgressInvoicing: Bool?

    package init() {}
}

extension JobsAndEstimatesPreferences: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("IsUsingEstimates", &isUsingEstimates)
        try visitor.value("IsUsingProgressInvoicing", &isUsingProgressInvoicing)
    }
}

package struct MultiCurrencyPreferences: QBXMLValue {
    package var isMultiCurrencyOn: Bool?
    package var homeCurrencyRef: QBRef?

    package init() {}
}

extension MultiCurrencyPreferences: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("IsMultiCurrencyOn", &isMultiCurrencyOn)
        try visitor.reference("HomeCurrencyRef", &homeCurrencyRef, 64)
    }
}
