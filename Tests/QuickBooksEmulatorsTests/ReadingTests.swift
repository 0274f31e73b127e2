import QBXML
import QuickBooksEmulators
import Testing

@Suite struct ReadingTests {
    private static let unreadable = CompanyFile.Outcome.comFault(
        hresult: "0x80040400", message: "QuickBooks found an error when parsing the provided XML text stream.")

    private func document(_ body: String, version: String = #"<?qbxml version="13.0"?>"#) -> String {
        #"<?xml version="1.0" encoding="utf-8"?>"# + version
            + #"<QBXML><QBXMLMsgsRq onError="stopOnError">"# + body + "</QBXMLMsgsRq></QBXML>"
    }

    @Test func `elements in another order than Intuit's are not read`() throws {
        let file = try Acme.file()
        let body = "<CustomerAddRq><CustomerAdd><Notes>x</Notes><Name>Smith</Name></CustomerAdd></CustomerAddRq>"

        #expect(file.process(document(body)) == Self.unreadable)
        #expect(file.customerNames == ["Jones", "Jones:House"])
    }

    @Test(arguments: [
        "<CustomerAddRq><CustomerAdd><Name>Smith</Name><Colour>red</Colour></CustomerAdd></CustomerAddRq>",
        "<EstimateQueryRq><TxnDateRangeFilter><FromTxnDate>5 May</FromTxnDate></TxnDateRangeFilter></EstimateQueryRq>",
        "<InvoiceAddRq></InvoiceAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>Sm</CustomerAdd></CustomerAddRq>",
    ])
    func `unknown elements, ill-formed values and broken XML are not read`(body: String) throws {
        #expect(try Acme.file().process(document(body)) == Self.unreadable)
    }

    @Test func `a request without its version is not read`() throws {
        let file = try Acme.file()

        #expect(file.process(document("<HostQueryRq></HostQueryRq>", version: "")) == Self.unreadable)
    }

    @Test func `stopOnError leaves the rest alone and continueOnError does not`() throws {
        let file = try Acme.file()
        let existing = RequestMessage.customerAdd(CustomerAdd { $0.name = "Jones" })
        let new = RequestMessage.customerAdd(CustomerAdd { $0.name = "Smith" })

        #expect(try file.codes(existing, new) == [3100, 3231])
        #expect(file.customerNames == ["Jones", "Jones:House"])
        #expect(try file.codes(existing, new, onError: .continue) == [3100, 0])
        #expect(file.customerNames == ["Jones", "Jones:House", "Smith"])
        #expect(file.executedWrites == 1)
    }
}
