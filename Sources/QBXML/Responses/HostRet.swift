/// The running QuickBooks.
package struct HostRet: QBXMLValue {
    package var productName: String?
    package var majorVersion: String?
    package var minorVersion: String?
    package var country: String?
    package var supportedQBXMLVersions: [String] = []
    package var isAutomaticLogin: Bool?
    /// `SingleUser` or `MultiUser`.
    package var fileMode: String?

    package init() {}
}

extension HostRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ProductName", &productName, .line(255))
        try visitor.text("MajorVersion", &majorVersion, .line(5))
        try visitor.text("MinorVersion", &minorVersion, .line(5))
        try visitor.text("Country", &country, .line(2))
        try visitor.scalars("SupportedQBXMLVersion", &supportedQBXMLVersions, .line(10))
        try visitor.value("IsAutomaticLogin", &isAutomaticLogin)
        try visitor.text("QBFileMode", &fileMode, .line(20))
    }
}
