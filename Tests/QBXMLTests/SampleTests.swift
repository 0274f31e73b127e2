import Foundation
import MarkupBytes
import QBXML
import Testing

@Suite struct SampleTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/qbxml/samples").standardizedFileURL

    private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".xml") }.sorted()

    private static func contents(_ file: String) -> [UInt8] {
        (try? Data(contentsOf: folder.appending(path: file))).map { Array($0) } ?? []
    }

    private final class Ignoring: XMLEventHandler {
        func start(_ name: XMLName, _ attributes: XMLAttributes) {}
        func text(_ utf8: UnsafeBufferPointer<UInt8>) {}
        func end() {}
    }

    private static func isWellFormed(_ file: String) -> Bool {
        (try? XMLReader.read(contents(file), handler: Ignoring())) != nil
    }

    private static func isResponse(_ file: String) -> Bool {
        String(decoding: contents(file), as: UTF8.self).contains("<QBXMLMsgsRs")
    }

    private static let responses = files.filter { isResponse($0) && isWellFormed($0) }

    @Test(
        .enabled(if: !files.isEmpty, "The samples may not be published: put them at ../shared/qbxml/samples"),
        arguments: responses)
    func `a sample answer of a real QuickBooks or of its users' tests is read`(file: String) throws {
        let set = try QBXMLResponseSet(reading: Self.contents(file), alreadyUTF8: false)

        #expect(!set.responses.isEmpty || file.contains("empty"))
    }

    @Test(.enabled(if: !files.isEmpty, "The samples may not be published: put them at ../shared/qbxml/samples"))
    func `the only malformed sample is the one kept for being so`() {
        #expect(Self.files.filter { !Self.isWellFormed($0) } == ["qbwcgem-strHCPResponse-qbpro2014.xml"])
        #expect(Self.responses.count > 20)
    }

    @Test(.enabled(if: !files.isEmpty, "The samples may not be published: put them at ../shared/qbxml/samples"))
    func `the first call of a session tells the edition, the company and whether estimates are on`() throws {
        let set = try QBXMLResponseSet(reading: Self.contents("qbwcgem-strHCPResponse-qbpro2014-repaired.xml"))

        guard case .host(let host?) = set.responses[0].body, case .company(let company?) = set.responses[1].body,
            case .preferences(let preferences?) = set.responses[2].body
        else {
            Issue.record("other answers: \(set)")
            return
        }
        #expect(host.productName == "QuickBooks Pro 2014")
        #expect(host.supportedQBXMLVersions.last == "13.0")
        #expect(company.dataExts.map(\.name) == ["AppLock", "FileID"])
        #expect(preferences.jobsAndEstimates?.isUsingEstimates == true)
        #expect(preferences.multiCurrency?.isMultiCurrencyOn == false)
    }
}
