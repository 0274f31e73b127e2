/// A service item: a cost code in QuickBooks.
package struct ItemServiceRet: QBXMLValue {
    package var listID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var name: String?
    package var fullName: String?
    package var isActive: Bool?
    package var classRef: QBRef?
    package var parentRef: QBRef?
    package var sublevel: Int?
    package var salesTaxCodeRef: QBRef?
    /// One-sided: its cost does not show in Estimates vs. Actuals.
    package var salesOrPurchase: SalesOrPurchase?
    package var salesAndPurchase: SalesAndPurchase?
    package var externalGUID: String?
    package var dataExts: [DataExtRet] = []

    package init() {}
}

extension ItemServiceRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ListID", required: &listID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.text("Name", &name, .name(31))
        try visitor.text("FullName", &fullName, .line(159))
        try visitor.value("IsActive", &isActive)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("ParentRef", &parentRef, 159)
        try visitor.value("Sublevel", &sublevel)
        try visitor.reference("SalesTaxCodeRef", &salesTaxCodeRef, 3)
        try visitor.aggregate("SalesOrPurchase", &salesOrPurchase)
        try visitor.aggregate("SalesAndPurchase", &salesAndPurchase)
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("DataExtRet", &dataExts)
    }
}
