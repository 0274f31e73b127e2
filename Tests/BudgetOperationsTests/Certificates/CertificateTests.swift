import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

/// What a certificate says of a budget on its way.
@Suite struct CertificateTests {
    @Test(arguments: Storage.available)
    func `nothing is certified before QuickBooks was read`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        try await fixture.accept()

        await #expect(throws: Refused(.estimateWasNeverRead(project: "1001"))) { try await fixture.certificate() }
    }

    @Test(arguments: Storage.available)
    func `an estimate that was read back as accepted is equal`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        try await ConnectorPart(fixture).sync(export)

        let certificate = try await fixture.certificate()

        #expect(certificate.facts[.result] == Certificate.equal)
        #expect(certificate.facts[.estimateTxnID] == "T-1")
        #expect(certificate.facts[.estimateEditSequence] == "E-1")
        #expect(certificate.facts[.estimateReadAt] == "2026-03-02T09:00:00Z")
        #expect(certificate.facts[.madeBy] == "plumbline 9.9")
        let head = try await fixture.plumbline.auditHead(of: fixture.company)
        #expect(certificate.facts[.auditHead] == head.description)
        #expect(
            certificate.exports.map { $0.cells.prefix(7) } == [
                ["1", "original", "synced", "160,250.25", "Mia", "2026-03-02T09:00:00Z", "Ben"]
            ])
        #expect(certificate.rows.map(\.costCode) == ["03-100", "03-300"])
        #expect(
            certificate.total.shown == [
                .approvedOriginal: "160,250.25", .approvedRevised: "160,250.25", .written: "160,250.25",
                .inQuickBooks: "160,250.25", .reportOriginal: "160,250.25", .reportRevised: "160,250.25",
            ])
        #expect(certificate.reasons == [])
    }

    @Test(arguments: Storage.available)
    func `each difference stands under its reason, and they add up`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        try await connector.sync(export)
        _ = try await fixture.plumbline.createModification(
            from: "03-100.L", to: "03-300.M", amount: usd(500_00), notes: "", of: "1001", in: fixture.company,
            by: fixture.manager)
        try await fixture.send()
        try await fixture.accept()
        let lines = try await fixture.estimateLines()
        _ = try await connector.record([
            .estimateRead(
                fixture.furnished.project.id,
                .found(
                    ConnectorPart.reading([
                        lines[0].with(amount: usd(lines[0].amount.minorUnits + 1)), lines[1],
                        EstimateReading.Line(
                            txnLineID: "L-9", itemListID: nil, itemName: "Rounding", mark: nil, amount: usd(5_00),
                            description: ""),
                    ])))
        ])

        let certificate = try await fixture.certificate()

        #expect(certificate.facts[.result] == Certificate.different)
        let formwork = certificate.rows[0]
        #expect(formwork.costCode == "03-100")
        #expect(
            formwork.shown == [
                .approvedOriginal: "120,000.25", .approvedModifications: "-500.00", .approvedRevised: "119,500.25",
                .written: "120,000.26", .inQuickBooks: "120,000.26", .reportOriginal: "120,000.26",
                .reportRevised: "120,000.26", .difference: "500.01", .pending: "500.00", .differing: "0.01",
            ])
        #expect(certificate.rows.map(\.costCode) == ["03-100", "03-300", "Uncoded"])
        #expect(
            certificate.rows[2].shown == [
                .typed: "5.00", .inQuickBooks: "5.00", .reportOther: "5.00", .reportRevised: "5.00",
                .difference: "5.00", .typedDifference: "5.00",
            ])
        #expect(
            certificate.reasons == [
                "Export 2 is accepted and waits for the Web Connector.",
                "The line of 03-100.L is 120,000.26 in QuickBooks and 120,000.25 as accepted.",
                "1 line, 5.00 in all, typed into the estimate in QuickBooks.",
            ])
    }

    @Test func `an edit that was not sent is told, and makes nothing different`() async throws {
        let fixture = try await SendingFixture(.memory)
        try await fixture.send()
        let export = try await fixture.accept()
        try await ConnectorPart(fixture).sync(export)
        _ = try await fixture.plumbline.createModification(
            from: "03-100.L", to: "03-300.M", amount: usd(1), notes: "", of: "1001", in: fixture.company,
            by: fixture.manager)

        let certificate = try await fixture.certificate()

        #expect(certificate.facts[.result] == Certificate.equal)
        #expect(certificate.rows.map { $0.shown[.notApproved] } == ["-0.01", "0.01"])
        #expect(certificate.reasons == ["2 amounts of the budget, 0.00 in all, were not approved yet."])
    }

    @Test func `only who may see the job costs gets a certificate`() async throws {
        let fixture = try await SendingFixture(.memory)

        await #expect(throws: Refused.self) {
            try await fixture.plumbline.certificate(
                of: "1001", in: fixture.company, by: fixture.furnished.viewer.id, madeBy: "9.9")
        }
    }
}

extension SendingFixture {
    func certificate() async throws -> Certificate {
        try await plumbline.certificate(of: "1001", in: company, by: manager, madeBy: "9.9")
    }

    /// The first export's lines, as QuickBooks holds them.
    func estimateLines() async throws -> [EstimateReading.Line] {
        try await furnished.base.database.read(of: .everyCompany) { [company] tx in
            try tx.rows(
                """
                SELECT txn_line_id, item_list_id, item_name, mark, amount FROM estimate_lines
                WHERE company_id = $1 ORDER BY amount DESC
                """, [.text(company.text)]
            ).map { row in
                EstimateReading.Line(
                    txnLineID: try row.text(0), itemListID: try row.text(1), itemName: try row.text(2),
                    mark: try row.text(3), amount: usd(try row.integer(4)), description: "")
            }
        }
    }
}

extension EstimateReading.Line {
    func with(amount: Money) -> EstimateReading.Line {
        EstimateReading.Line(
            txnLineID: txnLineID, itemListID: itemListID, itemName: itemName, mark: mark, amount: amount,
            description: description)
    }
}

extension Certificate.Row {
    /// The amounts that are not zero, as they are written.
    fileprivate var shown: [CertifiedAmount: String] {
        amounts.filter { !$0.value.isZero }.mapValues(\.formatted)
    }
}
