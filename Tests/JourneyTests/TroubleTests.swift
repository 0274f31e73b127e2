import BudgetDomain
import BudgetOperations
import QuickBooksDesktop
import QuickBooksEmulators
import SQLDatabase
import TestStorage
import Testing

/// What people and QuickBooks do to a journey, beyond lost calls: each ends in a state that says why, and no money
/// moves by itself.
@Suite(.timeLimit(.minutes(10))) struct TroubleTests {
    @Test(arguments: Storage.available)
    func `estimates switched off in QuickBooks fail the export with the cure, and again exports it`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        firm.books.preferences.isUsingEstimates = false

        _ = await firm.connector().poll()
        let fault = try await firm.fault()
        #expect(fault?.code == "estimates-off")
        #expect(firm.books.estimates.isEmpty)

        firm.books.preferences.isUsingEstimates = true
        _ = try await firm.plumbline.exportAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available)
    func `another company file is refused before anything is written`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        let other = CompanyFile(name: "Somebody Else")
        let connector = firm.connector()
        await connector.setQuickBooks(.otherFile(other))

        let report = await connector.poll()

        #expect(report.lastError?.contains("Somebody Else") == true)
        #expect(other.executedWrites == 0)
        #expect(other.estimates.isEmpty)
        #expect(try await firm.exportState() == .queued)
        await connector.setQuickBooks(.open)
        _ = await connector.poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available, [QuickBooksState.closed, .singleUser])
    func `QuickBooks out of reach leaves the export waiting`(storage: Storage, state: QuickBooksState) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        let connector = firm.connector()
        await connector.setQuickBooks(state)

        _ = await connector.poll()
        #expect(try await firm.exportState() == .queued)

        await connector.setQuickBooks(.open)
        _ = await connector.poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available)
    func `an inactive item fails the export, and nothing is written`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        try firm.books.setItem("05-200", isActive: false)

        _ = await firm.connector().poll()

        #expect(try await firm.exportState() == .failedToExport)
        #expect(firm.books.estimates.isEmpty)
        try firm.books.setItem("05-200", isActive: true)
        _ = try await firm.plumbline.exportAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available)
    func `a bookkeeper's own lines stay, and close nothing`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        let estimate = try #require(firm.books.estimates.first)
        try firm.books.addLine(toEstimate: estimate.txnID, item: "05-200", description: "Crane", cents: 12_345)

        try await firm.modify(cents: 100)
        _ = await firm.connector().poll()

        let after = try #require(firm.books.estimates.first)
        #expect(after.lines.count == 8)
        #expect(after.lines[5].description == "Crane")
        #expect(after.totalCents == 17_037_295)
        #expect(try await firm.exportState() == .synced)
        #expect(try await firm.reportTotals() == ["170,249.50", "0.00", "123.45", "170,372.95"])
    }

    @Test(arguments: Storage.available)
    func `an amount that a bookkeeper changed keeps the gate closed until it is right again`(
        storage: Storage
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        let estimate = try #require(firm.books.estimates.first)
        try firm.books.setAmount(ofLine: 1, inEstimate: estimate.txnID, cents: 4_025_001)
        try await firm.modify(cents: 100)

        _ = await firm.connector().poll()
        #expect(try await firm.exportState() == .mismatched)
        #expect(try await firm.refusedActs() == ["unlock", "send", "addLineItem", "createModification"])

        try firm.books.setAmount(ofLine: 1, inEstimate: estimate.txnID, cents: 4_025_000)
        _ = await firm.connector().poll()
        #expect(try await firm.exportState() == .synced)
        #expect(try await firm.refusedActs() == [])
    }

    @Test(arguments: Storage.available)
    func `a deleted estimate fails the update and makes no second estimate`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        let estimate = try #require(firm.books.estimates.first)
        try firm.books.deleteEstimate(estimate.txnID)
        try await firm.modify(cents: 100)

        _ = await firm.connector().poll()

        #expect(try await firm.fault()?.code == "estimate-missing")
        #expect(firm.books.estimates.isEmpty)
    }

    @Test(arguments: Storage.available)
    func `a server restored from before the export finds its estimate and makes no other`(storage: Storage) async throws
    {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        #expect(firm.books.estimates.count == 1)

        // What an older copy of the database says.
        try await firm.database.write(of: .everyCompany) { tx in
            try tx.execute(
                "UPDATE exports SET state = 'queued', detail = $1, is_open = 1, is_in_quickbooks = 0",
                [.text(#"{"attempts":0}"#)])
            try tx.execute("UPDATE estimates SET txn_id = NULL, edit_sequence = NULL, total = NULL, read_at = NULL")
            try tx.execute("DELETE FROM message_sets")
        }
        _ = await firm.connector().poll()

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available)
    func `wrong passwords and unknown tickets are answered, and change nothing`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        let stranger = WebConnector(
            account: ConnectorAccount(
                userName: firm.account.userName, password: "wrong", ownerID: firm.account.ownerID,
                fileID: firm.account.fileID),
            company: firm.books, transport: firm.transport)

        #expect(await stranger.poll().outcome == .notValidUser)
    }

    @Test(arguments: Storage.available)
    func `sub-items carry each cost type`(storage: Storage) async throws {
        let firm = try await Firm(
            storage, settings: CompanySettings(usesSubItems: true, addsCostCodesOnImport: true))
        try await firm.sendBudget()
        try await firm.accept()

        _ = await firm.connector().poll()

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
        #expect(
            firm.books.estimates.first?.lines.map(\.item) == [
                "03-100:Labor", "03-100:Materials", "05-200:Labor", "09-900:Other", "09-900:Labor",
            ])
    }

    @Test(arguments: Storage.available)
    func `the Job Costs Report ties to the books, the uncoded row included`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        let job = "Harbour Health:Harbour Street Clinic"
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        _ = try firm.books.addCost(
            .bill, payee: "Ready-mix Co", date: "2026-03-01", refNumber: "B-1",
            lines: [
                .item("03-100", cents: 1_234_56, job: job), .account("Job Expenses", cents: 500_00, job: job),
                .item("03-100", cents: 999_99, job: nil),
            ])
        _ = try firm.books.addCost(
            .vendorCredit, payee: "Ready-mix Co", date: "2026-03-02", lines: [.item("03-100", cents: 34_56, job: job)])
        _ = try firm.books.addPurchaseOrder(
            vendor: "Steel Co", date: "2026-03-02", lines: [.item("05-200", cents: 7_000_00, job: job)])
        try await firm.plumbline.requestJobCosts(in: firm.company.id, by: firm.approver.id)

        _ = await firm.connector().poll()

        let view = try await firm.jobCosts()
        #expect(
            view.report.rows.map { "\($0.costCode) \($0.jobToDateCost.formatted) \($0.committed.formatted)" } == [
                "03-100 1,200.00 0.00", "05-200 0.00 7,000.00", "09-900 0.00 0.00",
            ])
        #expect(view.report.uncoded.jobToDateCost.formatted == "500.00")
        #expect(view.report.total.jobToDateCost.formatted == "1,700.00")
        #expect(view.documents.map(\.number) == ["B-1", "B-1", "", ""])
    }
}

extension Firm {
    var transport: SOAPTransport {
        let conversation = WebConnectorConversation(plumbline: plumbline, version: "test")
        return { call in try await conversation.answer(SOAPRequest(reading: call.body)).bytes }
    }

    /// The latest export's fault.
    func fault() async throws -> ERPFault? {
        let detail = try await plumbline.exportDetail(of: Self.project, in: company.id, by: approver.id)
        if case .failedToExport(let fault) = detail.summary.export.state { return fault }
        return nil
    }

    /// Moves cents from the first to the third line, sends and accepts.
    func modify(cents: Int64) async throws {
        _ = try await plumbline.createModification(
            from: "03-100.L", to: "05-200.L", amount: Money(minorUnits: cents, currency: .usd), notes: "",
            of: Self.project, in: company.id, by: manager.id)
        _ = try await plumbline.sendBudgetToERP(of: Self.project, in: company.id, by: manager.id)
        try await accept()
    }

    func jobCosts() async throws -> JobCostsView {
        _ = try await plumbline.permit(
            email: "petra@acme.example", in: company.id, template: "administrator", on: nil, by: .commandLine)
        return try await plumbline.jobCosts(of: Self.project, in: company.id, by: manager.id)
    }

    /// Original estimate, budget changes, other lines, revised estimate.
    func reportTotals() async throws -> [String] {
        let total = try await jobCosts().report.total
        return [total.originalEstimate, total.budgetChanges, total.otherEstimateLines, try total.revisedEstimate()]
            .map(\.formatted)
    }
}
