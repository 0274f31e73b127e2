import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

/// A server whose database is moved away, or filled, while it runs.
@Suite struct MovedUnderServerTests {
    private let fixture: MoveFixture
    private let watch = SchemaWatch()

    init() async throws {
        fixture = try await MoveFixture(to: .memory)
    }

    @Test func `a server whose database was moved away takes no more work`() async throws {
        #expect(try await watch.look(at: fixture.sending.plumbline))

        _ = try await fixture.move().run()

        #expect(try await !watch.look(at: fixture.sending.plumbline))
        #expect(watch.overtakenBy as? DatabaseError == .sealed(reason: MoveTests.closed))
        #expect(
            watch.stopSentence
                == "Everything was moved to another database, so this server takes no more work. Nothing is lost: the "
                + "servers on the other database go on where this one stopped.")
    }

    @Test func `a server does not work on a part of what is moved to its database`() async throws {
        let plumbline = fixture.sending.plumbline
        let there = Plumbline(
            database: fixture.target, clock: plumbline.clock, randomness: plumbline.randomness, log: plumbline.log)
        #expect(try await watch.look(at: there))

        try await fixture.move(killedAfter: 1)

        #expect(try await !watch.look(at: there))
        #expect(watch.overtakenBy as? MoveProblem == .unfinished(source: "old.sqlite"))
        #expect(
            watch.stopSentence
                == "Another database is being moved into this server's own, so this server takes no work before that "
                + "is done and it is started again.")
    }

    @Test func `a sign-in is answered also when it cannot be noted`() async throws {
        let sending = fixture.sending
        _ = try await fixture.move().run()

        await #expect(throws: DatabaseError.sealed(reason: MoveTests.closed)) {
            _ = try await sending.plumbline.signInConnector(userName: sending.userName, password: sending.password)
        }
        #expect(
            try await sending.plumbline.signInConnector(userName: sending.userName, password: "wrong") == .refused)
        await #expect(throws: DatabaseError.sealed(reason: MoveTests.closed)) {
            try await sending.plumbline.storeContacts()
        }
    }
}
