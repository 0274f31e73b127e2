import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct AcceptTests {
    @Test(arguments: Storage.available)
    func `an accepted export is queued for QuickBooks`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        await #expect(throws: Refused(.nothingWaitsForApprover)) { try await fixture.accept() }
        try await fixture.send()

        let export = try await fixture.accept()

        #expect(export.state == .exporting(.queued(attempts: 0)))
        #expect(try await fixture.furnished.view().erpStatus == .exporting)
        #expect(
            try await fixture.furnished.lastAudit()
                == AuditEntry(
                    number: 16, at: Fixture.start, actor: fixture.furnished.actor(fixture.furnished.approver),
                    act: .exportAccepted, subject: "export 1 of 1001",
                    details: "preview: \(try await fixture.preview().digest)"))
        await #expect(throws: Refused(.exportCannot(event: "accepted", state: "queued"))) {
            try await fixture.accept()
        }
        await #expect(throws: Refused(.budgetIsExporting(act: .retrieve))) { try await fixture.retrieve() }
    }

    @Test(arguments: Storage.available)
    func `an export whose needs were lost is invalid until they are back`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.loseJob()

        await #expect(throws: Refused(.projectIsNotSynced(project: "1001"))) {
            try await fixture.accept()
        }
        #expect(
            try await fixture.detail().summary.export.state
                == .invalid(lost: ["Project “1001” is not synced with a QuickBooks job."]))
        #expect(try await fixture.furnished.lastAudit()?.act == .exportInvalid)

        try await fixture.findJob()
        #expect(try await fixture.accept().state == .exporting(.queued(attempts: 0)))
    }

    @Test(arguments: Storage.available)
    func `whoever may not accept changes nothing by trying`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.loseJob()
        let before = try await fixture.furnished.lastAudit()

        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Mia", act: .acceptOrRejectExport,
                    needs: PermissionTable.requirement(for: .acceptOrRejectExport).description))
        ) {
            try await fixture.plumbline.acceptExport(of: "1001", in: fixture.company, by: fixture.manager)
        }
        #expect(try await fixture.state() == .readyToExport)
        #expect(try await fixture.furnished.lastAudit() == before)
    }

    @Test(arguments: Storage.available)
    func `who sent may not accept where duties are separated`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let plumbline = fixture.plumbline
        _ = try await plumbline.setPermissions(
            of: "ben@halvorsen.example", in: fixture.company,
            to: Permissions(
                levels: Dictionary(uniqueKeysWithValues: Tool.allCases.map { ($0, AccessLevel.admin) }), rights: []),
            on: nil, by: .commandLine)
        _ = try await plumbline.sendBudgetToERP(of: "1001", in: fixture.company, by: fixture.approver)
        _ = try await plumbline.changeSettings(of: fixture.company, by: .commandLine) {
            $0.senderMayNotApprove = true
        }

        await #expect(throws: Refused(.senderMayNotApprove(person: "Ben"))) { try await fixture.accept() }
        #expect(try await fixture.state() == .readyToExport)
    }

    @Test(arguments: Storage.available)
    func `nothing is accepted without a connection`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage, hasConnection: false)
        try await fixture.send()

        await #expect(throws: Refused(.noConnection)) { try await fixture.accept() }
        await #expect(throws: Refused(.noConnection)) {
            try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)
        }
        #expect(try await fixture.state() == .readyToExport)
    }
}
