import Testing

@testable import QuickBooksDesktop

@Suite struct QWCFileTests {
    @Test func `the file introduces the connection with these fields`() throws {
        let file = QWCFile(
            companyName: "Müller & Söhne", userName: "pl-7f3k",
            fileID: try #require(ExternalGUID("0E5F2C3A-0D1B-4B6E-8D0C-0B8C7B0B9A22")),
            address: try WebConnectorAddress(base: "https://budgets.example.com/"))

        let expected =
            #"<?xml version="1.0" encoding="utf-8"?><QBWCXML><AppName>Plumbline - Muller &amp; Sohne</AppName>"#
            + "<AppID></AppID><AppURL>https://budgets.example.com/qbwc</AppURL>"
            + "<AppDescription>Carries construction budgets into QuickBooks as estimates</AppDescription>"
            + "<AppSupport>https://budgets.example.com/qbwc/support</AppSupport><UserName>pl-7f3k</UserName>"
            + "<OwnerID>{48268cf4-be5f-4e9a-b346-87f86b7f2977}</OwnerID>"
            + "<FileID>{0e5f2c3a-0d1b-4b6e-8d0c-0b8c7b0b9a22}</FileID><QBType>QBFS</QBType><Notify>false</Notify>"
            + "<IsReadOnly>false</IsReadOnly><PersonalDataPref>pdpNotNeeded</PersonalDataPref>"
            + "<UnattendedModePref>umpOptional</UnattendedModePref>"
            + "<Scheduler><RunEveryNMinutes>15</RunEveryNMinutes></Scheduler></QBWCXML>"
        #expect(String(decoding: file.bytes, as: UTF8.self) == expected)
        #expect(file.suggestedFileName == "plumbline-muller-sohne.qwc")
    }

    @Test(arguments: [
        ("https://a.example.com", "https://a.example.com/qbwc"),
        ("https://a.example.com:8443/books/", "https://a.example.com:8443/books/qbwc"),
        ("http://localhost:8080", "http://localhost:8080/qbwc"),
        ("https://LOCALHOST", "https://LOCALHOST/qbwc"),
    ])
    func `an address that the Web Connector takes is taken`(base: String, service: String) throws {
        let address = try WebConnectorAddress(base: base)

        #expect(address.service == service)
        #expect(address.support == service + "/support")
    }

    @Test(arguments: [
        ("http://a.example.com", WebConnectorAddressProblem.needsHTTPS(host: "a.example.com")),
        ("https://192.168.1.4:8080", .bareAddress("192.168.1.4")),
        ("http://127.0.0.1", .bareAddress("127.0.0.1")),
        ("https://[::1]:80", .bareAddress("[::1]:80")),
        ("https://", .notAURL("https://")),
        ("ftp://a.example.com", .notAURL("ftp://a.example.com")),
        ("a.example.com", .notAURL("a.example.com")),
        ("https://a.example.com:99999", .notAURL("https://a.example.com:99999")),
        ("https://a b", .notAURL("https://a b")),
        ("https://u:p@a.example.com", .hasMoreThanAPath),
        ("https://a.example.com/?x", .hasMoreThanAPath),
    ])
    func `an address that the Web Connector refuses is refused first`(
        base: String, problem: WebConnectorAddressProblem
    ) {
        #expect(throws: problem) { try WebConnectorAddress(base: base) }
    }

    @Test(arguments: ["", "0E5F2C3A", "{0E5F2C3A-0D1B-4B6E-8D0C-0B8C7B0B9A22", "0E5F2C3A-0D1B-4B6E-8D0C-0B8C7B0B9A2G"])
    func `a text that is no UUID makes no GUID`(text: String) {
        #expect(ExternalGUID(text) == nil)
    }
}
