import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct FailingSessionsTests {
    @Test(arguments: Storage.available)
    func `a connection says since when its sessions fail, until one does its work`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.accept()
        #expect(try await failure(of: fixture) == nil)

        let unended = try await ConnectorPart(fixture)
        #expect(try await unended.record([.sessionFailed(cause: "QuickBooks is closed.")]))
        #expect(try await failure(of: fixture)?.since == Fixture.start)
        #expect(try await failure(of: fixture)?.cause == "QuickBooks is closed.")

        fixture.furnished.base.time.advance(seconds: 60)
        try await ConnectorPart(fixture).close(failure: "The file is in single-user mode.")
        #expect(try await failure(of: fixture)?.since == Fixture.start)
        #expect(try await failure(of: fixture)?.cause == "The file is in single-user mode.")

        try await ConnectorPart(fixture).close()
        #expect(try await failure(of: fixture) == nil)
        try await ConnectorPart(fixture).close(failure: "QuickBooks is closed.")
        #expect(
            try await failure(of: fixture)?.since == Instant(microsecondsSince1970: 1_772_442_060_000_000))
    }

    @Test(arguments: Storage.available)
    func `what the sessions with an old company file met is not said of a new one`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.accept()
        try await ConnectorPart(fixture).close(failure: "QuickBooks is closed.")

        _ = try await fixture.plumbline.moveConnection(of: fixture.company, by: .commandLine)

        #expect(try await failure(of: fixture) == nil)
    }

    private func failure(of fixture: SendingFixture) async throws -> Connection.Failure? {
        try await fixture.plumbline.connection(of: fixture.company)?.failure
    }
}
