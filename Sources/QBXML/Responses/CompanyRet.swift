/// The open company file. The Web Connector keeps its FileID here, as private data of the application's owner id.
package struct CompanyRet: QBXMLValue {
    package var isSampleCompany: Bool?
    package var companyName: String?
    package var legalCompanyName: String?
    package var dataExts: [DataExtRet] = []

    package init() {}
}

extension CompanyRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("IsSampleCompany", &isSampleCompany)
        try visitor.text("CompanyName", &companyName, .line(59))
        try visitor.text("LegalCompanyName", &legalCompanyName, .line(59))
        try visitor.aggregates("DataExtRet", &dataExts)
    }
}
