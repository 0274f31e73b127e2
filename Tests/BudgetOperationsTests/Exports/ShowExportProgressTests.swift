import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

@Suite struct ShowExportProgressTests {
    @Test(arguments: Storage.available)
    func `whoever sees the budget sees how far its export has come`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        func progress(_ person: Person) async throws -> ExportProgress? {
            try await fixture.plumbline.exportProgress(of: "1001", in: fixture.company, by: person.id)
        }
        #expect(try await progress(fixture.furnished.viewer) == nil)
        try await fixture.send()
        fixture.furnished.base.time.advance(seconds: 90)
        try await fixture.accept()

        let accepted = try #require(try await progress(fixture.furnished.viewer))

        #expect(accepted.sentBy == "Mia" && accepted.transactions == 2 && accepted.total == usd(160_250_25))
        #expect(
            accepted.acceptance
                == ExportProgress.Moment(by: "Ben", at: Fixture.start.adding(seconds: 90)))
        #expect(accepted.handedOutAt == nil && accepted.writtenAt == nil && accepted.readBackAt == nil)
        #expect(accepted.endedBy == nil && accepted.confirmation == nil)
        #expect(
            accepted.usual
                == UsualDurations(toAccept: nil, toHandOut: nil, toWrite: nil, toReadBack: nil))
    }

    @Test(arguments: Storage.available)
    func `a rejection tells who, and the latest export comes first`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.reject("Concrete is too low")
        let rejected = try await fixture.plumbline.exportProgress(
            of: "1001", in: fixture.company, by: fixture.manager)
        #expect(rejected?.endedBy == "Ben")
        #expect(
            rejected?.export.state == .rejected(by: fixture.approver, at: Fixture.start, comment: "Concrete is too low")
        )

        try await fixture.furnished.lock()
        try await fixture.send()

        let again = try await fixture.plumbline.exportProgress(of: "1001", in: fixture.company, by: fixture.manager)
        #expect(again?.export.number == 2 && again?.endedBy == nil)
    }

    @Test(
        arguments: [
            ([], nil), ([5], 5), ([9, 1], 1), ([30, 10, 20], 20), ([4, 3, 2, 1], 2),
        ] as [([Int64], Int64?)])
    func `what is usual is what lies in the middle`(seconds: [Int64], median: Int64?) {
        #expect(UsualDurations.median(seconds) == median)
    }
}
