import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

@Suite struct StoreHealthTests {
    @Test(arguments: Storage.available) func `a firm whose Web Connector is at work is in order`(
        _ storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.plumbline.signInConnector(userName: fixture.userName, password: fixture.password)
        try await fixture.plumbline.storeContacts()

        #expect(
            try await fixture.furnished.base.database.health(at: Fixture.start)
                == StoreHealth(
                    companies: 1, silent: StoreHealth.Group(count: 0, names: []),
                    refused: StoreHealth.Group(count: 0, names: []),
                    openSessions: StoreHealth.Backlog(count: 0, oldest: nil),
                    unanswered: StoreHealth.Backlog(count: 0, oldest: nil)))
    }

    @Test(arguments: Storage.available) func `whoever is silent, refused or waiting is counted and named`(
        _ storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        let database = fixture.furnished.base.database
        try await database.write(of: .everyCompany) { tx in
            try tx.execute("UPDATE connections SET refused_sign_ins = 3, last_contact_at = 1000000")
            let connection = try tx.row("SELECT company_id, id FROM connections")
            let ids: [SQLValue] = [.text(try connection?.text(0) ?? ""), .text(try connection?.text(1) ?? "")]
            try tx.execute(
                """
                INSERT INTO connector_sessions
                    (company_id, ticket_digest, connection_id, opened_at, last_call_at, state)
                VALUES ($1, 'd', $2, 5, 7, '')
                """, ids)
            try tx.execute(
                """
                INSERT INTO message_sets
                    (company_id, id, connection_id, purpose, subject, request, state, handed_out_at)
                VALUES ($1, 'm', $2, 'estimate', '', '', 'unknown', 9)
                """, ids)
        }
        let found = try await database.health(at: Fixture.start)

        #expect(found.silent == StoreHealth.Group(count: 1, names: ["Halvorsen Builders"]))
        #expect(found.refused == StoreHealth.Group(count: 1, names: ["Halvorsen Builders"]))
        #expect(found.openSessions == StoreHealth.Backlog(count: 1, oldest: Instant(microsecondsSince1970: 7)))
        #expect(found.unanswered == StoreHealth.Backlog(count: 1, oldest: Instant(microsecondsSince1970: 9)))
    }

    static let states: [(applied: [String]?, state: SchemaState)] = [
        (nil, .absent),
        ([], .older(found: 0, known: Schema.migrations.count)),
        (["0001 people and projects"], .older(found: 1, known: Schema.migrations.count)),
        (Schema.migrations.map(\.name), .current(migrations: Schema.migrations.count)),
        (
            Schema.migrations.map(\.name) + ["9999"],
            .newer(found: Schema.migrations.count + 1, known: Schema.migrations.count)
        ),
        (["0001 people and projects", "0002 other"], .foreign(position: 2)),
    ]

    @Test(arguments: states) func `tables are known by their migrations`(
        _ example: (applied: [String]?, state: SchemaState)
    ) {
        #expect(SchemaState(applied: example.applied) == example.state)
    }

    @Test(arguments: [(oldestBeside: 0, isUsable: true), (oldestBeside: 900, isUsable: false)])
    func `a newer schema may allow this version beside it`(
        _ later: (oldestBeside: Int, isUsable: Bool)
    ) async throws {
        let database = try Database.openInMemory()
        let known = Schema.migrations
        try await database.migrate(known + [Migration("9999 later", oldestBeside: later.oldestBeside, [])])
        let (found, ours) = (known.count + 1, known.count)

        #expect(
            try await database.schemaState()
                == (later.isUsable
                    ? .newerBeside(found: found, known: ours) : .newer(found: found, known: ours)))
    }
}
