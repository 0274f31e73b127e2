/// A customer, or a job (`sublevel` ≥ 1). Like every answer's record, all but the id is optional: QuickBooks sends only
/// what the query's IncludeRetElement asks for.
package struct CustomerRet: QBXMLValue {
    package var listID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var name: String?
    /// `Customer:Job`.
    package var fullName: String?
    package var isActive: Bool?
    package var classRef: QBRef?
    package var parentRef: QBRef?
    package var sublevel: Int?
    package var companyName: String?
    package var balance: QBAmount?
    package var accountNumber: String?
    package var jobStatus: String?
    package var jobStartDate: String?
    package var jobProjectedEndDate: String?
    package var jobEndDate: String?
    package var jobDesc: String?
    package var notes: String?
    package var externalGUID: String?
    package var currencyRef: QBRef?
    package var dataExts: [DataExtRet] = []

    package init() {}
}

extension CustomerRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ListID", required: &listID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.text("Name", &name, .name(41))
        try visitor.text("FullName", &fullName, .line(209))
        try visitor.value("IsActive", &isActive)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("ParentRef", &parentRef, 209)
        try visitor.value("Sublevel", &sublevel)
        try visitor.text("CompanyName", &companyName, .line(41))
        try visitor.value("Balance", &balance)
        try visitor.text("AccountNumber", &accountNumber, .line(99))
        try visitor.text("JobStatus", &jobStatus, .line(40))
        try visitor.text("JobStartDate", &jobStartDate, .date)
        try visitor.text("JobProjectedEndDate", &jobProjectedEndDate, .date)
        try visitor.text("JobEndDate", &jobEndDate, .date)
        try visitor.text("JobDesc", &jobDesc, .line(99))
        try visitor.text("Notes", &notes, .prose(4095))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.aggregates("DataExtRet", &dataExts)
    }
}
