/// Asks for one of the job reports. Without a period QuickBooks reports the fiscal year to date.
package struct JobReportQuery: QBXMLValue {
    package var reportType = JobReportType.jobEstimatesVsActualsDetail
    /// True opens a window in QuickBooks.
    package var displayReport: Bool?
    package var reportPeriod: ReportPeriod?
    /// `All`, `ThisMonth` and so on; in place of a period.
    package var reportDateMacro: String?
    /// A customer or job; required by the two detail reports.
    package var entityFilter: EntityFilter?
    package var summarizeColumnsBy: String?
    package var includeSubcolumns: Bool?

    package init() {}
}

extension JobReportQuery: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("JobReportType", required: &reportType)
        try visitor.value("DisplayReport", &displayReport)
        try visitor.aggregate("ReportPeriod", &reportPeriod)
        try visitor.text("ReportDateMacro", &reportDateMacro, .line(40))
        try visitor.aggregate("ReportEntityFilter", &entityFilter)
        try visitor.text("SummarizeColumnsBy", &summarizeColumnsBy, .line(40))
        try visitor.value("IncludeSubcolumns", &includeSubcolumns)
        try visitor.exclusive("ReportDateMacro", reportPeriod != nil, reportDateMacro != nil)
        if reportType.needsEntity, entityFilter == nil { throw visitor.fault("ReportEntityFilter", .missing) }
    }
}

extension JobReportType {
    fileprivate var needsEntity: Bool {
        self == .jobEstimatesVsActualsDetail || self == .jobProfitabilityDetail
    }
}

package struct ReportPeriod: QBXMLValue {
    package var from: String?
    package var to: String?

    package init() {}

    package init(from: String? = nil, to: String? = nil) {
        self.from = from
        self.to = to
    }
}

extension ReportPeriod: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("FromReportDate", &from, .date)
        try visitor.text("ToReportDate", &to, .date)
    }
}
