import QBXML
import QuickBooksEmulators
import Testing

@Suite struct BookkeeperTests {
    private func fileWithEstimate() throws -> CompanyFile {
        let file = try Acme.file()
        try file.addCustomer("Jones:Garage")
        let lines = [Acme.line("03-100", cents: 100) { $0.other1 = "PL-A" }, Acme.line("04-200", cents: 250)]
        #expect(try file.codes(Acme.estimate(lines)) == [0])
        return file
    }

    @Test func `a copied estimate has number and marks but ids of its own`() throws {
        let file = try fileWithEstimate()
        let original = try file.onlyEstimate()

        let copy = try file.copyEstimate(original.txnID)

        let found = try #require(file.estimates.last)
        #expect(found.txnID == copy)
        #expect(found.txnID != original.txnID)
        #expect(found.refNumber == "B1")
        #expect(found.lines.map(\.other1) == ["PL-A", nil])
        #expect(found.lines.map(\.cents) == [100, 250])
        #expect(found.externalGUID == nil)
        #expect(Set(found.lines.map(\.txnLineID)).isDisjoint(with: original.lines.map(\.txnLineID)))
    }

    @Test func `a moved estimate stands under the other job with another edit sequence`() throws {
        let file = try fileWithEstimate()
        let before = try file.onlyEstimate()

        try file.moveEstimate(before.txnID, toJob: "Jones:Garage")

        let after = try file.onlyEstimate()
        #expect(after.customer == "Jones:Garage")
        #expect(after.editSequence != before.editSequence)
    }

    @Test func `a renamed customer renames its jobs and what refers to them`() throws {
        let file = try fileWithEstimate()

        try file.renameCustomer("Jones", to: "Smith")

        #expect(file.customerNames == ["Smith", "Smith:House", "Smith:Garage"])
        #expect(try file.onlyEstimate().customer == "Smith:House")
    }

    @Test func `a merged job is gone and its estimate stands under the other`() throws {
        let file = try fileWithEstimate()

        try file.mergeCustomer("Jones:House", into: "Jones:Garage")

        #expect(file.customerNames == ["Jones", "Jones:Garage"])
        #expect(try file.onlyEstimate().customer == "Jones:Garage")
    }

    @Test func `a merged item is gone and its lines carry the other`() throws {
        let file = try fileWithEstimate()

        try file.mergeItem("03-100", into: "04-200")

        #expect(file.itemNames == ["04-200", "05-300"])
        #expect(try file.onlyEstimate().lines.map(\.item) == ["04-200", "04-200"])
    }

    @Test func `an inactive job is found only by who asks for it`() throws {
        let file = try fileWithEstimate()

        try file.setCustomer("Jones:House", isActive: false)

        let response = try file.answers(.customerQuery(ListQuery()))
        guard case .customers(let found) = try #require(response.first).body else { throw Unexpected() }
        #expect(found.map(\.fullName) == ["Jones", "Jones:Garage"])
    }

    @Test func `a restored file forgets what came since and gives no id twice`() throws {
        let file = try fileWithEstimate()
        let copy = file.copy()
        #expect(try file.codes(Acme.estimate([Acme.line("03-100", cents: 900)])) == [0])
        let lost = try #require(file.estimates.last).txnID

        file.restore(copy)

        #expect(try file.cents() == [100, 250])
        #expect(try file.codes(Acme.estimate([Acme.line("03-100", cents: 700)])) == [0])
        #expect(try #require(file.estimates.last).txnID != lost)
    }

    @Test(arguments: [(false, 0), (true, 1)])
    func `an injected status strikes once, before or after the work`(isExecuted: Bool, writes: Int) throws {
        let file = try Acme.file()
        file.inject(InjectedStatus(code: 3180, message: "There was an error when saving.", isExecuted: isExecuted))

        #expect(try file.codes(Acme.estimate([Acme.line("03-100", cents: 100)])) == [3180])
        #expect(file.executedWrites == writes)
        #expect(try file.codes(Acme.estimate([Acme.line("03-100", cents: 100)])) == [0])
    }

    @Test func `an injected status of the set passes queries by`() throws {
        let file = try Acme.file()
        file.inject(InjectedStatus(code: 9002, message: "", level: .messageSet, strikesWritesOnly: true))

        #expect(try file.codes(.customerQuery(ListQuery())) == [0])
        let add = QBXMLRequest(Acme.estimate([Acme.line("03-100", cents: 100)]))
        let answer = try file.answer(QBXMLRequestSet(newMessageSetID: "X", requests: [add]))
        #expect(answer.messageSetStatusCode == 9002)
        #expect(answer.responses.isEmpty)
        #expect(file.executedWrites == 0)
    }
}
