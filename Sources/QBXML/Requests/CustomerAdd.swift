/// Adds a customer, or with a parent a job. Order and lengths: OSR 14.0, CustomerAdd.
package struct CustomerAdd: QBXMLValue {
    package var name = ""
    package var isActive: Bool?
    package var classRef: QBRef?
    /// The customer, or a job above this one.
    package var parentRef: QBRef?
    package var companyName: String?
    package var accountNumber: String?
    package var jobStatus: JobStatus?
    package var jobStartDate: String?
    package var jobProjectedEndDate: String?
    package var jobEndDate: String?
    package var jobDesc: String?
    package var notes: String?
    package var externalGUID: String?

    package init() {}
}

extension CustomerAdd: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("Name", required: &name, .name(41))
        try visitor.value("IsActive", &isActive)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("ParentRef", &parentRef, 209)
        try visitor.text("CompanyName", &companyName, .line(41))
        try visitor.text("AccountNumber", &accountNumber, .line(99))
        try visitor.value("JobStatus", &jobStatus)
        try visitor.text("JobStartDate", &jobStartDate, .date)
        try visitor.text("JobProjectedEndDate", &jobProjectedEndDate, .date)
        try visitor.text("JobEndDate", &jobEndDate, .date)
        try visitor.text("JobDesc", &jobDesc, .line(99))
        try visitor.text("Notes", &notes, .prose(4095))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
    }
}
