import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct RecordTests {
    @Test(arguments: Storage.available)
    func `an export is synced once it was read back as accepted`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)

        try await connector.sync(export)

        let detail = try await fixture.detail()
        #expect(detail.summary.export.state == .synced(ConnectorPart.reference, seenAt: Fixture.start))
        #expect(detail.confirmed == 2 && detail.expected == 2)
        #expect(
            try await fixture.plumbline.auditEntries(of: fixture.company, limit: 3).map(\.act)
                == [.exportSynced, .exportWritten, .exportHandedOut])
    }

    @Test(arguments: Storage.available)
    func `an estimate that is gone is a difference, not a success`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        _ = try await connector.handOut(export)
        _ = try await connector.answer(export, .written(ConnectorPart.reference, at: Fixture.start))

        #expect(try await connector.record([.estimateRead(fixture.furnished.project.id, .gone(deletedAt: nil))]))

        #expect(
            try await fixture.detail().summary.export.state
                == .mismatched(
                    Mismatch(reference: ConnectorPart.reference, differences: [.estimateMissing(deletedAt: nil)])))
        await #expect(throws: Refused(.jobCostsDiffer(act: .send, differences: 1))) { try await fixture.send() }
    }

    @Test(arguments: Storage.available)
    func `one write is in flight at a time`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        #expect(try await connector.handOut(export))
        let second = MessageSet(
            id: "PL-SET-2", purpose: .items, subject: "03-100", request: "<QBXML></QBXML>", state: .handedOut)

        await #expect(throws: DatabaseError.uniqueViolation(constraint: "message_sets_one_in_flight")) {
            try await connector.record([.handedOut(second)], state: "lost")
        }
        #expect(try await connector.session?.state == "{}")
        _ = try await connector.record([.messageSet(id: "PL-SET-1", becomes: .inconclusive, answer: "")])
        await #expect(throws: DatabaseError.uniqueViolation(constraint: "message_sets_one_in_flight")) {
            try await connector.record([.handedOut(second)])
        }
    }

    @Test(arguments: Storage.available)
    func `an answer on a closed session changes nothing`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        let session = try #require(try await connector.session)
        try await connector.close()
        let before = try await fixture.furnished.lastAudit()

        let isOpen = try await fixture.plumbline.record(
            [.export(export.id, .claimed(messageSetID: "PL-SET-1", at: Fixture.start))], sessionState: "{}",
            ticket: connector.ticket, of: session)

        #expect(!isOpen)
        #expect(try await fixture.state() == .queued)
        #expect(try await fixture.furnished.lastAudit() == before)
        #expect(try await fixture.plumbline.connection(of: fixture.company)?.lastSession == "Done.")
    }

    @Test(arguments: Storage.available)
    func `of two calls that read the same state the later changes nothing`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        let session = try #require(try await connector.session)
        #expect(try await connector.record([], state: "moved on"))

        let isCurrent = try await fixture.plumbline.record(
            [.export(export.id, .claimed(messageSetID: "PL-SET-1", at: Fixture.start))], sessionState: "late",
            ticket: connector.ticket, of: session)

        #expect(!isCurrent)
        #expect(try await fixture.state() == .queued)
        #expect(try await connector.session?.state == "moved on")
    }

    @Test(arguments: Storage.available, [true, false])
    func `what a session leaves without an answer is unknown`(storage: Storage, isClosed: Bool) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        _ = try await connector.handOut(export)
        #expect(try await fixture.state() == .handedOut)

        if isClosed { try await connector.close() }
        let next = try await ConnectorPart(fixture)

        #expect(
            try await fixture.detail().summary.export.state
                == .exporting(.unknown(Handover(attempt: 1, messageSetID: "PL-SET-1", at: Fixture.start))))
        let session = try #require(try await next.session)
        let work = try await fixture.plumbline.outstandingWork(of: session)
        #expect(work.inFlight?.id == "PL-SET-1" && work.inFlight?.state == .unknown)
        #expect(work.inFlight?.request == "<QBXML></QBXML>")
        #expect(work.exports.map(\.export.id) == [export.id])
    }

    @Test(arguments: Storage.available)
    func `an export that is nobody's is refused, and nothing of the call stays`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.accept()
        let connector = try await ConnectorPart(fixture)

        await #expect(throws: Refused(.noSuchExport("nobody's"))) {
            try await connector.record([
                .companyFileSeen(name: "Acme", path: "C:\\Acme.QBW"), .export(ID("nobody's"), .provenAbsent),
            ])
        }
        #expect(try await fixture.plumbline.connection(of: fixture.company)?.boundCompany == nil)
        #expect(try await connector.session?.state == "")
    }

    @Test(arguments: Storage.available)
    func `the company file is bound and a change of its path is audited`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.accept()
        let connector = try await ConnectorPart(fixture)

        _ = try await connector.record([.companyFileSeen(name: "Acme", path: "C:\\Acme.QBW")])
        _ = try await connector.record([.companyFileSeen(name: "Acme", path: "C:\\Acme.QBW")])
        _ = try await connector.record([.companyFileSeen(name: "Acme", path: "D:\\Acme.QBW")])

        let connection = try #require(try await fixture.plumbline.connection(of: fixture.company))
        #expect(connection.boundCompany == "Acme" && connection.boundPath == "D:\\Acme.QBW")
        let entries = try await fixture.plumbline.auditEntries(of: fixture.company, limit: 2)
        #expect(entries.map(\.act) == [.companyFileBound, .companyFileBound])
        #expect(entries.map(\.details) == ["company: Acme\nfile: D:\\Acme.QBW", "company: Acme\nfile: C:\\Acme.QBW"])
    }
}
