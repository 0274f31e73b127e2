import Foundation
import QBXML
import QuickBooksEmulators
import Testing

@Suite struct SavingTests {
    @Test func `a saved file goes on where it stopped`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emulators-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "acme.json")
        let file = try Acme.file()
        file.preferences.closingDate = "2025-12-31"
        file.connect(ownerID: Acme.ownerID, fileID: Acme.fileID)
        try file.addCost(
            .check, payee: "Zoë & Søn", date: "2026-02-01", lines: [.item("03-100", cents: 1, job: "Jones:House")])
        let set = QBXMLRequestSet(
            newMessageSetID: "X", requests: [QBXMLRequest(Acme.estimate([Acme.line("03-100", cents: 100)]))])
        _ = try file.answer(set)

        try file.save(to: url)
        let loaded = try CompanyFile.load(from: url)

        #expect(loaded.path == #"C:\Acme.QBW"#)
        #expect(loaded.preferences == file.preferences)
        #expect(loaded.estimates == file.estimates)
        #expect(loaded.customerNames == file.customerNames)
        #expect(loaded.itemNames == file.itemNames)
        let queries =
            [RequestMessage.checkQuery(TxnQuery { $0.includeLineItems = true })]
            + [.accountQuery(ListQuery()), .companyQuery(CompanyQuery { $0.ownerIDs = [Acme.ownerID] })]
        for query in queries { #expect(try loaded.answers(query) == file.answers(query)) }
        #expect(try loaded.answer(set).responses.map(\.errorRecovery?.txnID) == [try file.onlyEstimate().txnID])
        #expect(loaded.executedWrites == 1)
        _ = try loaded.answers(Acme.estimate([Acme.line("03-100", cents: 100)]))
        #expect(Set(loaded.estimates.map(\.txnID)).count == 2)
    }
}
