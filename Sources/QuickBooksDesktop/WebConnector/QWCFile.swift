internal import MarkupBytes

/// The file that introduces the service to a Web Connector. It holds no password: the user types it once.
///
/// Source of the fields: QuickBooks Web Connector Programmer's Guide, chapter 4.
package struct QWCFile: Hashable, Sendable {
    /// Names the application, in every company file and for ever: QuickBooks keeps private data under it.
    package static let ownerID = "{48268cf4-be5f-4e9a-b346-87f86b7f2977}"
    /// How often the Web Connector runs when the user has switched Auto-Run on.
    package static let usualMinutes = 15

    package let companyName: String
    package let userName: String
    /// Names the connection to one company file. Must be the same at every download, or the Web Connector answers
    /// QBWC1039.
    package let fileID: ExternalGUID
    package let address: WebConnectorAddress
    package let runEveryMinutes: Int

    package init(
        companyName: String, userName: String, fileID: ExternalGUID, address: WebConnectorAddress,
        runEveryMinutes: Int = QWCFile.usualMinutes
    ) {
        self.companyName = companyName
        self.userName = userName
        self.fileID = fileID
        self.address = address
        self.runEveryMinutes = max(1, runEveryMinutes)
    }

    /// Shown by the Web Connector and when QuickBooks asks for permission. Whether either reads more than ASCII is not
    /// documented, so it has no more.
    package var appName: String {
        let company = ASCIIText.folded(companyName).prefix(Self.longestCompanyName)
        return company.isEmpty ? "Plumbline" : "Plumbline - \(company)"
    }

    private static let longestCompanyName = 40

    /// `plumbline-smith-and-sons.qwc`.
    package var suggestedFileName: String {
        let words = ASCIIText.folded(companyName).lowercased()
            .split { !$0.isLetter && !$0.isNumber }
            .joined(separator: "-").prefix(Self.longestCompanyName)
        return words.isEmpty ? "plumbline.qwc" : "plumbline-\(words).qwc"
    }

    package var bytes: [UInt8] {
        var xml = XMLWriter(nonASCII: .numericReferences)
        xml.declaration()
        xml.start("QBWCXML")
        xml.element("AppName", appName)
        xml.element("AppID", "")
        xml.element("AppURL", address.service)
        xml.element("AppDescription", "Carries construction budgets into QuickBooks as estimates")
        xml.element("AppSupport", address.support)
        xml.element("UserName", userName)
        xml.element("OwnerID", Self.ownerID)
        xml.element("FileID", fileID.text)
        xml.element("QBType", "QBFS")
        xml.element("Notify", "false")
        xml.element("IsReadOnly", "false")
        xml.element("PersonalDataPref", "pdpNotNeeded")
        xml.element("UnattendedModePref", "umpOptional")
        xml.start("Scheduler")
        xml.element("RunEveryNMinutes", String(runEveryMinutes))
        xml.end()
        xml.end()
        return xml.bytes
    }
}
