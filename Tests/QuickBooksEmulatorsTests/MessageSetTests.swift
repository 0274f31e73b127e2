import QBXML
import QuickBooksEmulators
import Testing

/// Table 31-2 of Intuit's SDK guide.
@Suite struct MessageSetTests {
    private static let guid = "{11111111-2222-3333-4444-555555555555}"

    private func set(new: String?, old: String? = nil, cents: Int64? = 100) -> QBXMLRequestSet {
        var requests: [QBXMLRequest] = []
        if let cents, case .estimateAdd(var add) = Acme.estimate([Acme.line("03-100", cents: cents)]) {
            add.externalGUID = Self.guid
            requests = [QBXMLRequest(requestID: "7", .estimateAdd(add))]
        }
        return QBXMLRequestSet(newMessageSetID: new, oldMessageSetID: old, requests: requests)
    }

    @Test func `the same set again answers the keys and does nothing`() throws {
        let file = try Acme.file()
        let first = try file.answer(set(new: "X"))
        #expect(first.messageSetStatusCode == 0)
        #expect(first.newMessageSetID == "X")

        let second = try file.answer(set(new: "X"))

        let estimate = try file.onlyEstimate()
        var recovery = ErrorRecovery()
        recovery.txnID = estimate.txnID
        recovery.editSequence = estimate.editSequence
        recovery.externalGUID = Self.guid
        #expect(second.messageSetStatusCode == 0)
        #expect(second.newMessageSetID == "X")
        #expect(second.responses.map(\.requestID) == ["7"])
        #expect(second.responses.map(\.status) == [.ok])
        #expect(second.responses.map(\.errorRecovery) == [recovery])
        #expect(second.responses.map(\.body) == [.estimates([])])
        #expect(file.executedWrites == 1)
    }

    @Test func `an empty set with the id as new and old asks for the outcome`() throws {
        let file = try Acme.file()
        #expect(try file.answer(set(new: "X", old: "X", cents: nil)).messageSetStatusCode == 9002)
        _ = try file.answer(set(new: "X"))

        let status = try file.answer(set(new: "X", old: "X", cents: nil))

        #expect(status.messageSetStatusCode == 0)
        #expect(status.responses.map(\.errorRecovery?.txnID) == [try file.onlyEstimate().txnID])
    }

    @Test func `another content under a known id is a wrong checksum`() throws {
        let file = try Acme.file()
        _ = try file.answer(set(new: "X"))

        let other = try file.answer(set(new: "X", cents: 200))

        #expect(other.messageSetStatusCode == 9001)
        #expect(other.responses == [])
        #expect(try file.cents() == [100])
    }

    @Test func `a new id with an old one forgets the old and executes`() throws {
        let file = try Acme.file()
        _ = try file.answer(set(new: "Y"))

        #expect(try file.answer(set(new: "X", old: "Y", cents: 200)).messageSetStatusCode == 0)

        #expect(file.storedMessageSetIDs == ["X"])
        #expect(file.executedWrites == 2)
    }

    @Test func `an old id alone is forgotten, an unknown one is 600`() throws {
        let file = try Acme.file()
        _ = try file.answer(set(new: "Y"))

        #expect(try file.answer(set(new: nil, old: "Y", cents: nil)).messageSetStatusCode == 0)
        #expect(file.storedMessageSetIDs == [])
        #expect(try file.answer(set(new: nil, old: "Y", cents: nil)).messageSetStatusCode == 600)
    }

    @Test func `by the other reading an old id alone asks for the outcome`() throws {
        let file = try Acme.file()
        file.recovery.oldOnly = .asksForStatus

        #expect(try file.answer(set(new: nil, old: "Y", cents: nil)).messageSetStatusCode == 9002)
        _ = try file.answer(set(new: "Y"))
        let status = try file.answer(set(new: nil, old: "Y", cents: nil))
        #expect(status.messageSetStatusCode == 0)
        #expect(status.responses.map(\.status.code) == [0])
        #expect(file.storedMessageSetIDs == ["Y"])
    }

    @Test func `all sets can be forgotten at once`() throws {
        let file = try Acme.file()
        _ = try file.answer(set(new: "X"))
        _ = try file.answer(set(new: "Y"))

        #expect(try file.answer(set(new: nil, old: "ClearAllMessageSets", cents: nil)).messageSetStatusCode == 0)
        #expect(file.storedMessageSetIDs == [])
    }

    @Test func `a set without ids is stored nowhere and says nothing of sets`() throws {
        let file = try Acme.file()

        #expect(try file.answer(set(new: nil)).messageSetStatusCode == nil)
        #expect(file.storedMessageSetIDs == [])
    }

    @Test func `an id of 24 characters is too long`() throws {
        let file = try Acme.file()
        let text =
            #"<?xml version="1.0"?><?qbxml version="13.0"?><QBXML>"#
            + #"<QBXMLMsgsRq onError="stopOnError" newMessageSetID="123456789012345678901234"></QBXMLMsgsRq></QBXML>"#

        guard case .response(let answer) = file.process(text) else { throw Unexpected() }

        #expect(try QBXMLResponseSet(reading: Array(answer.utf8)).messageSetStatusCode == 9004)
    }

    @Test func `what cannot be stored is executed and says so`() throws {
        let file = try Acme.file()
        file.recovery.cannotStore = true

        let answer = try file.answer(set(new: "X"))

        #expect(answer.messageSetStatusCode == 9005)
        #expect(answer.responses.map(\.status.code) == [0])
        #expect(file.executedWrites == 1)
        #expect(file.storedMessageSetIDs == [])
    }

    @Test func `an error is stored like a success`() throws {
        let file = try Acme.file()
        file.preferences.isUsingEstimates = false
        _ = try file.answer(set(new: "X"))
        file.preferences.isUsingEstimates = true

        #expect(try file.answer(set(new: "X")).responses.map(\.status.code) == [3250])
        #expect(file.estimates == [])
    }
}
