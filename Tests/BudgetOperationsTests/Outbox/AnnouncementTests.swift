import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct AnnouncementTests {
    @Test(arguments: Storage.available)
    func `without a webhook nothing is kept`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()

        _ = try await fixture.setWebhook()

        #expect(try await fixture.deliveries() == [])
    }

    @Test(arguments: Storage.available)
    func `a message is the same bytes wherever it is made`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        fixture.wait(seconds: 90)
        try await fixture.reject("03-300 is \"steel\" / not wood")
        let receiver = Receiver()

        try await fixture.deliver(to: receiver)

        let bodies = receiver.requests.map { String(decoding: $0.body, as: UTF8.self) }.sorted()
        #expect(
            bodies == [
                #"{"at":"2026-03-02T09:00:00Z","company":"Halvorsen Builders","export":1,"#
                    + #""id":"msg_b187d33810d4f36a61f3e4ddaaaf2200","person":"Mia","project":"1001","#
                    + #""sentence":"Mia sent export 1 of project 1001; it waits for an accounting approver.","#
                    + #""type":"export.sent"}"#,
                #"{"at":"2026-03-02T09:01:30Z","company":"Halvorsen Builders","export":1,"#
                    + #""id":"msg_76945f0f9cd1d69ef2c70ae26e19bd47","person":"Ben","project":"1001","#
                    + #""reason":"03-300 is \"steel\" / not wood","#
                    + #""sentence":"Ben rejected export 1 of project 1001: 03-300 is \"steel\" / not wood","#
                    + #""type":"export.rejected"}"#,
            ])
    }

    @Test(arguments: Storage.available)
    func `the way of an export is told, and each thing once`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        _ = try await connector.handOut(export)
        _ = try await connector.answer(export, .written(ConnectorPart.reference, at: Fixture.start))
        for _ in 1...3 {
            fixture.wait(seconds: 60)
            _ = try await connector.record([.estimateRead(fixture.furnished.project.id, .gone(deletedAt: nil))])
        }
        try await connector.close()
        let next = try await ConnectorPart(fixture)
        _ = try await next.record([.estimateRead(fixture.furnished.project.id, .found(try await fixture.asAccepted()))])

        #expect(
            Set(try await fixture.deliveries().map(\.sentence)) == [
                "Mia sent export 1 of project 1001; it waits for an accounting approver.",
                "Ben accepted export 1 of project 1001; it goes to QuickBooks with the next run of the Web Connector.",
                "What QuickBooks holds after export 1 of project 1001 differs from what was accepted, in 1 place.",
                "QuickBooks holds export 1 of project 1001 as it was accepted, to the cent; the budget is free again.",
            ])
        #expect(try await fixture.deliveries().count == 4)
    }

    @Test(arguments: Storage.available)
    func `a failure is told with what it means and how to mend it`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        _ = try await fixture.setWebhook()
        let connector = try await ConnectorPart(fixture)
        _ = try await connector.handOut(export)
        _ = try await connector.answer(export, .refused(ConnectorPart.fault))
        let receiver = Receiver()

        try await fixture.deliver(to: receiver)

        #expect(
            receiver.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"at":"2026-03-02T09:00:00Z","company":"Halvorsen Builders","cure":"Make it.","export":1,"#
                    + #""id":"msg_c8b99109a294328596e84d222177c859","meaning":"Nothing was written.","project":"1001","#
                    + #""sentence":"QuickBooks did not take export 1 of project 1001. There is no item.","#
                    + #""type":"export.failed"}"#
            ])
    }

    @Test(arguments: Storage.available)
    func `what is refused is not told`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()

        await #expect(throws: Refused(.rejectionNeedsComment)) { try await fixture.reject(" ") }

        #expect(try await fixture.deliveries().map(\.topic) == ["export.sent"])
    }
}

extension SendingFixture {
    /// The estimate in QuickBooks, line by line as it was accepted.
    fileprivate func asAccepted() async throws -> EstimateReading {
        ConnectorPart.reading(
            try await detail().transactions.map { transaction in
                EstimateReading.Line(
                    txnLineID: "L-\(transaction.mark)", itemListID: "I-\(transaction.code.costCode)",
                    itemName: "item", mark: transaction.mark, amount: transaction.amount, description: "")
            })
    }
}
