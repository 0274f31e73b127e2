import MarkupBytes
import Testing

@testable import QuickBooksDesktop

@Suite struct WSDLTests {
    @Test func `the description names every method, its message pair and the address`() throws {
        let heard = ElementNames()
        try XMLReader.read(WSDL.document(address: "https://a.example.com/qbwc"), handler: heard)

        #expect(heard.count["message"] == 24)
        #expect(heard.count["operation"] == 36)
        #expect(heard.count["complexType"] == 25)
        #expect(heard.locations == ["https://a.example.com/qbwc"])
    }
}

private final class ElementNames: XMLEventHandler {
    var count: [String: Int] = [:]
    var locations: [String] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        count[name.localText, default: 0] += 1
        if let location = attributes["location"] { locations.append(location) }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {}
    func end() {}
}
