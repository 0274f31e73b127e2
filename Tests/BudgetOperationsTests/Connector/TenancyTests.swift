import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

/// Two companies in one database, both with a project 1001: nothing of one is seen or moved by the other.
@Suite struct TenancyTests {
    @Test(arguments: Storage.available)
    func `nothing of one company reaches another`(storage: Storage) async throws {
        let ours = try await SendingFixture(storage)
        try await ours.send()
        let export = try await ours.accept()
        let plumbline = ours.plumbline
        let theirs = try await plumbline.addCompany(name: "Nygaard Homes", currency: .usd)
        _ = try await plumbline.addPerson(
            to: theirs.id, name: "Nora", email: "nora@nygaard.example", template: "accounting approver",
            by: .commandLine)
        let nora = try await plumbline.grantAccountingPrivilege(
            to: "nora@nygaard.example", in: theirs.id, by: .commandLine)
        _ = try await plumbline.addProject(
            to: theirs.id, number: "1001", name: "Villa", isERPIntegrated: true, by: .commandLine)
        let connection = try await plumbline.addConnection(to: theirs.id, by: .commandLine)

        #expect(try await plumbline.exports(of: theirs.id, by: nora.id) == [])
        await #expect(throws: Refused(.nothingWaitsForApprover)) {
            try await plumbline.exportDetail(of: "1001", in: theirs.id, by: nora.id)
        }
        await #expect(throws: Refused(.nothingWaitsForApprover)) {
            try await plumbline.rejectExport(of: "1001", comment: "No", in: theirs.id, by: nora.id)
        }
        await #expect(throws: Refused(.noSuchPerson(nora.id.text))) {
            try await plumbline.exports(of: ours.company, by: nora.id)
        }
        #expect(
            try await plumbline.signInConnector(
                userName: connection.connection.userName, password: ours.password) == .refused)
        #expect(
            try await plumbline.signInConnector(
                userName: connection.connection.userName, password: connection.password) == .nothingToDo)

        try await plumbline.requestJobCosts(in: theirs.id, by: nora.id)
        let answer = try await plumbline.signInConnector(
            userName: connection.connection.userName, password: connection.password)
        guard case .session(let ticket, nil) = answer else {
            Issue.record("no session")
            return
        }
        let session = try #require(try await plumbline.connectorSession(ticket: ticket))
        let work = try await plumbline.outstandingWork(of: session)
        #expect(work.exports == [] && work.estimates == [] && work.syncedJobs == [] && work.inFlight == nil)
        await #expect(throws: Refused(.noSuchExport(export.id.text))) {
            try await plumbline.record(
                [.export(export.id, .claimed(messageSetID: "PL-SET-1", at: Fixture.start))], sessionState: "{}",
                ticket: ticket, of: session)
        }
        #expect(try await ours.state() == .queued)
        let manager = try await plumbline.addPerson(
            to: theirs.id, name: "Nils", email: "nils@nygaard.example", template: "project manager", by: .commandLine)
        let costs = try await plumbline.jobCosts(of: "1001", in: theirs.id, by: manager.id)
        #expect(costs.documents == [] && costs.expected == 0)
    }
}
