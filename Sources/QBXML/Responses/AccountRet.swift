package struct AccountRet: QBXMLValue {
    package var listID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var name: String?
    package var fullName: String?
    package var isActive: Bool?
    package var parentRef: QBRef?
    package var sublevel: Int?
    /// `Income`, `CostOfGoodsSold`, `Expense`, `NonPosting` and so on.
    package var accountType: String?
    package var accountNumber: String?
    package var desc: String?

    package init() {}
}

extension AccountRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ListID", required: &listID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.text("Name", &name, .name(31))
        try visitor.text("FullName", &fullName, .line(159))
        try visitor.value("IsActive", &isActive)
        try visitor.reference("ParentRef", &parentRef, 159)
        try visitor.value("Sublevel", &sublevel)
        try visitor.text("AccountType", &accountType, .line(40))
        try visitor.text("AccountNumber", &accountNumber, .line(7))
        try visitor.text("Desc", &desc, .prose(200))
    }
}
