import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct ConnectionTests {
    @Test(arguments: Storage.available)
    func `a company has one connection, whose password is shown once`(storage: Storage) async throws {
        let furnished = try await FurnishedFixture(storage)
        let company = furnished.company.id
        #expect(try await furnished.plumbline.connection(of: company) == nil)
        await #expect(throws: Refused(.noConnection)) {
            try await furnished.plumbline.rotatePassword(of: company, by: .commandLine)
        }

        let made = try await furnished.plumbline.addConnection(to: company, by: .commandLine)

        #expect(made.password.count == 26)
        #expect(try await furnished.plumbline.connection(of: company) == made.connection)
        #expect(try await furnished.lastAudit()?.subject == "connection \(made.connection.userName)")
        await #expect(throws: Refused(.connectionAlreadyExists)) {
            try await furnished.plumbline.addConnection(to: company, by: .commandLine)
        }
        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Mia", act: .configureERP,
                    needs: PermissionTable.requirement(for: .configureERP).description))
        ) {
            try await furnished.plumbline.addConnection(to: company, by: furnished.actor(furnished.manager))
        }
    }

    @Test(arguments: Storage.available)
    func `a rotated password takes the old one's place at once`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)

        let password = try await fixture.plumbline.rotatePassword(of: fixture.company, by: .commandLine)

        #expect(password != fixture.password)
        #expect(try await fixture.furnished.lastAudit()?.act == .passwordRotated)
        let plumbline = fixture.plumbline
        #expect(
            try await plumbline.signInConnector(userName: fixture.userName, password: fixture.password) == .refused)
        #expect(try await plumbline.signInConnector(userName: fixture.userName, password: password) == .nothingToDo)
    }

    @Test(arguments: Storage.available)
    func `a moved connection is bound to nothing, and nothing of the old file counts`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        _ = try await connector.record([.companyFileSeen(name: "Acme", path: "C:\\Acme.QBW")])
        try await connector.sync(export)
        let before = try #require(try await fixture.plumbline.connection(of: fixture.company))
        #expect(before.boundCompany == "Acme")

        let moved = try await fixture.plumbline.moveConnection(of: fixture.company, by: .commandLine)

        let after = moved.connection
        #expect(after == (try await fixture.plumbline.connection(of: fixture.company)))
        #expect(after.id == before.id)
        #expect(Set([after.userName, before.userName]).count == 2)
        #expect(Set([after.fileID, before.fileID]).count == 2)
        #expect(after.boundCompany == nil)
        #expect(after.boundPath == nil)
        #expect(after.lastContactAt == nil)
        #expect(after.costsReadAt == nil)
        #expect(after.costsRequestedAt == Fixture.start)
        #expect(try await connector.session == nil)
        let plumbline = fixture.plumbline
        #expect(
            try await plumbline.signInConnector(userName: before.userName, password: fixture.password) == .refused)
        let linked = try await fixture.furnished.base.database.read(of: .everyCompany) { tx in
            try ["projects", "items"].map { table in
                try tx.rows(
                    "SELECT list_id FROM \(table) WHERE company_id = $1 AND list_id IS NOT NULL",
                    [.text(fixture.company.text)]
                ).count
            }
        }
        #expect(linked == [0, 0])
        let audit = try await fixture.furnished.lastAudit()
        #expect(audit?.act == .connectionMoved)
        #expect(audit?.subject == "connection \(after.userName)")
    }

    @Test(arguments: Storage.available)
    func `a connection is not moved while an answer is outstanding`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        #expect(try await connector.handOut(export))

        await #expect(throws: Refused(.connectionAwaitsAnswer)) {
            try await fixture.plumbline.moveConnection(of: fixture.company, by: .commandLine)
        }
        #expect(try await fixture.plumbline.connection(of: fixture.company)?.userName == fixture.userName)
    }

    @Test(arguments: Storage.available)
    func `a stranger and a wrong password are refused`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline

        #expect(try await plumbline.signInConnector(userName: fixture.userName, password: "wrong") == .refused)
        #expect(try await plumbline.signInConnector(userName: "nobody", password: fixture.password) == .refused)
        #expect(try await plumbline.signInConnector(userName: "", password: "") == .refused)
        #expect(try await plumbline.connection(of: fixture.company)?.lastContactAt == nil)
    }

    @Test(arguments: Storage.available)
    func `a poll with nothing to do opens no session`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)

        let answer = try await fixture.plumbline.signInConnector(
            userName: fixture.userName, password: fixture.password)

        #expect(answer == .nothingToDo)
        #expect(try await fixture.plumbline.connection(of: fixture.company)?.lastContactAt == Fixture.start)
        let sessions = try await fixture.furnished.base.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT ticket_digest FROM connector_sessions").count
        }
        #expect(sessions == 0)
    }

    @Test(arguments: Storage.available)
    func `wrong passwords are counted until the right one comes, which is never kept out`(
        storage: Storage
    ) async throws {
        let fixture = try await SendingFixture(storage)
        for _ in 1...3 {
            let answer = try await fixture.plumbline.signInConnector(userName: fixture.userName, password: "guess")
            #expect(answer == .refused)
        }
        try await fixture.plumbline.storeContacts()

        let guessed = try await fixture.plumbline.connection(of: fixture.company)
        #expect(guessed?.refusedSignIns == 3)
        #expect(guessed?.lastRefusedAt == Fixture.start)
        #expect(guessed?.lastContactAt == nil)
        let answer = try await fixture.plumbline.signInConnector(
            userName: fixture.userName, password: fixture.password)
        #expect(answer != .refused)
        try await fixture.plumbline.storeContacts()
        #expect(try await fixture.plumbline.connection(of: fixture.company)?.refusedSignIns == 0)
    }

    @Test(arguments: Storage.available)
    func `a new session ends the older one`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.accept()
        let older = try await ConnectorPart(fixture)
        #expect(try await older.session?.state == "")

        let newer = try await ConnectorPart(fixture)

        #expect(try await older.session == nil)
        #expect(try await newer.session?.company == fixture.company)
        #expect(try await fixture.plumbline.connectorSession(ticket: "none") == nil)
    }

    @Test(arguments: Storage.available)
    func `costs are due by themselves two hours after they were read`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        try await connector.sync(export)
        _ = try await connector.record([.costsRead(readID: "read 1")])
        try await connector.close()
        func poll() async throws -> Bool {
            try await fixture.plumbline.signInConnector(userName: fixture.userName, password: fixture.password)
                != .nothingToDo
        }

        #expect(try await poll() == false)
        fixture.furnished.base.time.advance(seconds: 2 * 60 * 60)
        #expect(try await poll() == false)
        fixture.furnished.base.time.advance(seconds: 1)
        #expect(try await poll())
    }
}
