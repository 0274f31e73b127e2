import BudgetDomain
import QBXML
import Testing

@testable import QuickBooksDesktop

@Suite struct CompanyFileIdentityTests {
    private static let answer =
        #"<?xml version="1.0" ?><QBXML><QBXMLMsgsRs>"#
        + #"<HostQueryRs requestID="0" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><HostRet>"#
        + "<ProductName>QuickBooks Pro 2014</ProductName><MajorVersion>24</MajorVersion>"
        + "<MinorVersion>0</MinorVersion><Country>US</Country><SupportedQBXMLVersion>9.0</SupportedQBXMLVersion>"
        + "<SupportedQBXMLVersion>CA13.0</SupportedQBXMLVersion><SupportedQBXMLVersion>2.1</SupportedQBXMLVersion>"
        + "<QBFileMode>SingleUser</QBFileMode></HostRet></HostQueryRs>"
        + #"<CompanyQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><CompanyRet>"#
        + "<IsSampleCompany>false</IsSampleCompany><CompanyName>Müller &amp; Co</CompanyName>"
        + "<LegalCompanyName>Müller GmbH</LegalCompanyName>"
        + dataExt("{11111111-1111-1111-1111-111111111111}", "FileID", "{99999999-9999-9999-9999-999999999999}")
        + dataExt("{48268CF4-BE5F-4E9A-B346-87F86B7F2977}", "AppLock", "LOCKED:PC:1")
        + dataExt("{48268CF4-BE5F-4E9A-B346-87F86B7F2977}", "FileID", "{0E5F2C3A-0D1B-4B6E-8D0C-0B8C7B0B9A22}")
        + "</CompanyRet></CompanyQueryRs>"
        + #"<PreferencesQueryRs requestID="2" statusCode="0" statusSeverity="Info" statusMessage="Status OK">"#
        + "<PreferencesRet><AccountingPreferences><ClosingDate>2025-12-31</ClosingDate></AccountingPreferences>"
        + "<JobsAndEstimatesPreferences><IsUsingEstimates>false</IsUsingEstimates></JobsAndEstimatesPreferences>"
        + "<MultiCurrencyPreferences><IsMultiCurrencyOn>true</IsMultiCurrencyOn><HomeCurrencyRef>"
        + "<FullName>US Dollar</FullName></HomeCurrencyRef></MultiCurrencyPreferences></PreferencesRet>"
        + "</PreferencesQueryRs></QBXMLMsgsRs></QBXML>"

    private static func dataExt(_ owner: String, _ name: String, _ value: String) -> String {
        "<DataExtRet><OwnerID>\(owner)</OwnerID><DataExtName>\(name)</DataExtName>"
            + "<DataExtType>STR255TYPE</DataExtType><DataExtValue>\(value)</DataExtValue></DataExtRet>"
    }

    @Test func `the first call of a session tells which company file is open, and how it is set`() throws {
        let identity = try CompanyFileIdentity.read(hcpResponse: Array(Self.answer.utf8))

        var expected = CompanyFileIdentity()
        expected.companyName = "Müller & Co"
        expected.legalName = "Müller GmbH"
        expected.fileID = ExternalGUID("0e5f2c3a-0d1b-4b6e-8d0c-0b8c7b0b9a22")
        expected.isUsingEstimates = false
        expected.closingDate = CalendarDate(iso: "2025-12-31")
        expected.isMultiCurrencyOn = true
        expected.homeCurrencyName = "US Dollar"
        expected.highestQBXMLVersion = "CA13.0"
        expected.supportsQBXML13 = true
        expected.productName = "QuickBooks Pro 2014"
        expected.country = "US"
        expected.fileMode = "SingleUser"
        #expect(identity == expected)
    }

    @Test func `what QuickBooks did not answer is not known`() throws {
        let refused =
            #"<QBXML><QBXMLMsgsRs><PreferencesQueryRs requestID="2" statusCode="3260" statusSeverity="Error" "#
            + #"statusMessage="no" /></QBXMLMsgsRs></QBXML>"#

        #expect(try CompanyFileIdentity.read(hcpResponse: Array(refused.utf8)) == CompanyFileIdentity())
    }

    @Test func `half an answer is refused`() {
        #expect(throws: QBXMLFault.self) {
            try CompanyFileIdentity.read(hcpResponse: Array(Self.answer.utf8.dropLast(8)))
        }
    }
}
