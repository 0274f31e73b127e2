import Foundation
import QBXML
import Testing

/// `<?xml …><?qbxml …><QBXML><QBXMLMsgsRq onError="stopOnError">` around a request's text.
func document(_ requests: String, attributes: String = " onError=\"stopOnError\"") -> String {
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><?qbxml version=\"13.0\"?><QBXML><QBXMLMsgsRq\(attributes)>"
        + requests + "</QBXMLMsgsRq></QBXML>"
}

func fault(_ body: () throws -> Void) -> QBXMLFault? {
    do {
        try body()
        return nil
    } catch {
        return error as? QBXMLFault
    }
}

@Suite struct RequestTests {
    @Test func `there is a golden request of every kind`() {
        #expect(Set(GoldenRequest.all.map(\.message.kind)) == Set(MessageKind.allCases))
    }

    @Test(arguments: GoldenRequest.all)
    func `a request has exactly these bytes, and reads back the same`(golden: GoldenRequest) throws {
        let set = QBXMLRequestSet(requests: [QBXMLRequest(requestID: "1", golden.message)])

        let bytes = try set.encoded()

        #expect(String(decoding: bytes, as: UTF8.self) == document(golden.text))
        #expect(try QBXMLRequestSet(reading: bytes) == set)
    }

    @Test func `the envelope carries message-set ids, and may be empty`() throws {
        let set = QBXMLRequestSet(onError: .continue, newMessageSetID: "AB1F2395", oldMessageSetID: "AB1F2395")

        let bytes = try set.encoded()

        #expect(
            String(decoding: bytes, as: UTF8.self)
                == document(
                    "",
                    attributes: " onError=\"continueOnError\" newMessageSetID=\"AB1F2395\" oldMessageSetID=\"AB1F2395\""
                ))
        #expect(try QBXMLRequestSet(reading: bytes) == set)
    }

    private static let xsd = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/qbxml/xsd/qbxmlops130.xsd").standardizedFileURL.path
    private static let canValidate =
        FileManager.default.fileExists(atPath: xsd) && FileManager.default.fileExists(atPath: "/usr/bin/xmllint")

    @Test(
        .enabled(if: canValidate, "Intuit's schema may not be published: put it at ../shared/qbxml/xsd, with xmllint"),
        arguments: GoldenRequest.all)
    func `a request is valid by Intuit's schema`(golden: GoldenRequest) throws {
        let set = QBXMLRequestSet(newMessageSetID: "M1", requests: [QBXMLRequest(requestID: "1", golden.message)])
        let file = FileManager.default.temporaryDirectory.appending(
            path: "\(golden.message.kind.requestName).golden.xml")
        try Data(try set.encoded()).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let errors = Pipe()
        let xmllint = Process()
        xmllint.executableURL = URL(filePath: "/usr/bin/xmllint")
        xmllint.arguments = ["--noout", "--schema", Self.xsd, file.path]
        xmllint.standardError = errors

        try xmllint.run()
        let words = try errors.fileHandleForReading.readToEnd() ?? Data()
        xmllint.waitUntilExit()

        #expect(xmllint.terminationStatus == 0, "\(String(decoding: words, as: UTF8.self))")
    }
}
