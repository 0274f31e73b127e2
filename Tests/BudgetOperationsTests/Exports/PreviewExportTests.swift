import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct PreviewExportTests {
    @Test(arguments: Storage.available)
    func `the dry run of a first export`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        await #expect(throws: Refused(.nothingWaitsForApprover)) { try await fixture.preview() }
        try await fixture.send()

        let preview = try await fixture.preview()

        #expect(preview.estimate.isNew && preview.estimate.before == [] && preview.estimateReadAt == nil)
        #expect(preview.estimate.totalAfter == usd(160_250_25))
        #expect(
            preview.estimate.after.map { "\($0.origin.rawValue) \($0.itemName) \($0.description) \($0.amount.plain)" }
                == [
                    "added item Formwork.Labor [Labor] 120000.25", "added item Concrete.Materials [Materials] 40250.00",
                ])
    }

    @Test(arguments: Storage.available)
    func `what was shown is kept with the acceptance, and named in the audit`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let preview = try await fixture.preview()

        let export = try await fixture.accept(seeing: preview.digest)

        #expect(try await fixture.furnished.lastAudit()?.details == "preview: \(preview.digest)")
        let kept = try await fixture.furnished.base.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT export_id, digest, accepted_at FROM export_previews").map {
                "\(try $0.text(0)) \(try $0.text(1)) \(try $0.integer(2))"
            }
        }
        #expect(kept == ["\(export.id.text) \(preview.digest) \(Fixture.start.microsecondsSince1970)"])
        #expect(try await fixture.preview().digest == preview.digest)
    }

    @Test(arguments: Storage.available)
    func `an acceptance of something else than was shown is refused`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let digest = try await fixture.preview().digest
        let connector = try await ConnectorPart(fixture, requestingCosts: true)
        _ = try await connector.record([
            .listsChecked(ListCheck(jobs: ["J-1": .found(fullName: "Harbour:Renamed", .usable)]))
        ])

        await #expect(throws: Refused(.previewHasChanged)) { try await fixture.accept(seeing: digest) }

        #expect(try await fixture.state() == .readyToExport)
        #expect(try await fixture.accept(seeing: fixture.preview().digest).state == .exporting(.queued(attempts: 0)))
    }

    @Test(arguments: Storage.available)
    func `an update starts from what was read, and keeps a bookkeeper's line`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let first = try await fixture.accept()
        try await ConnectorPart(fixture).sync(first)
        _ = try await fixture.plumbline.createModification(
            from: "03-100.L", to: "03-300.M", amount: usd(1_00), notes: "Moved", of: "1001", in: fixture.company,
            by: fixture.manager)
        try await fixture.send()

        let preview = try await fixture.preview()

        #expect(!preview.estimate.isNew)
        #expect(preview.estimate.after.map(\.origin) == [.ours, .ours, .added, .added])
        #expect(preview.estimate.totalBefore == usd(160_250_25) && preview.estimate.totalAfter == usd(160_250_25))
        #expect(preview.estimateReadAt == Fixture.start)
    }

    @Test(arguments: Storage.available)
    func `whoever may not see exports sees no dry run`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()

        await #expect(
            throws: Refused(
                .notPermitted(
                    person: "Eve", act: .viewERPLists,
                    needs: PermissionTable.requirement(for: .viewERPLists).description))
        ) {
            try await fixture.plumbline.exportPreview(
                of: "1001", in: fixture.company, by: fixture.furnished.estimator.id)
        }
    }
}

extension SendingFixture {
    func preview() async throws -> ExportPreview {
        try await plumbline.exportPreview(of: "1001", in: company, by: approver)
    }

    func accept(seeing digest: String) async throws -> Export {
        try await plumbline.acceptExport(of: "1001", in: company, by: approver, seen: digest)
    }
}
