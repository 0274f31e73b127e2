/// Points at a list entry by its id, its full name, or both; QuickBooks then looks at the id.
package struct QBRef: Sendable, Hashable {
    package var listID: String?
    package var fullName: String?

    package init() {}

    package init(listID: String? = nil, fullName: String? = nil) {
        self.listID = listID
        self.fullName = fullName
    }
}

extension QBRef: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ListID", &listID, .id)
        // The longest full name of any list; each place that refers to one states its own.
        try visitor.text("FullName", &fullName, .line(209))
    }
}
