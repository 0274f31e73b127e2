import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct LeaseTests {
    @Test(arguments: Storage.available)
    func `a lease has one owner, who may prolong it`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let plumbline = fixture.plumbline

        #expect(try await plumbline.holdLease(.housekeeping, as: .one))
        #expect(try await !plumbline.holdLease(.housekeeping, as: .other))
        fixture.time.advance(seconds: 120)
        #expect(try await plumbline.holdLease(.housekeeping, as: .one))
        fixture.time.advance(seconds: 120)

        #expect(try await !plumbline.holdLease(.housekeeping, as: .other))
    }

    @Test(arguments: Storage.available)
    func `the lease of a server that died is taken over when it ends`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let plumbline = fixture.plumbline
        #expect(try await plumbline.holdLease(.housekeeping, as: .one))

        fixture.time.advance(seconds: 179)
        #expect(try await !plumbline.holdLease(.housekeeping, as: .other))
        fixture.time.advance(seconds: 1)
        #expect(try await plumbline.holdLease(.housekeeping, as: .other))

        #expect(try await !plumbline.holdLease(.housekeeping, as: .one))
    }

    @Test(arguments: Storage.available)
    func `a server gives back its own leases only`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let plumbline = fixture.plumbline
        #expect(try await plumbline.holdLease(.housekeeping, as: .one))

        try await plumbline.releaseLeases(of: .other)
        #expect(try await !plumbline.holdLease(.housekeeping, as: .other))
        try await plumbline.releaseLeases(of: .one)

        #expect(try await plumbline.holdLease(.housekeeping, as: .other))
    }

    @Test(arguments: Storage.available)
    func `of many servers that ask at once one gets the lease`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let plumbline = fixture.plumbline

        let owners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 1...16 {
                group.addTask { try await plumbline.holdLease(.housekeeping, as: ID("server \(number)")) }
            }
            return try await group.reduce(into: 0) { owners, holds in owners += holds ? 1 : 0 }
        }

        #expect(owners == 1)
    }
}

extension ID<RunningServer> {
    static let one = ID("one")
    static let other = ID("other")
}
