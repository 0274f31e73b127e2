import BudgetDomain
import BudgetOperations
import SQLDatabase

/// A Web Connector session, spoken straight to the operations.
struct ConnectorPart: Sendable {
    let fixture: SendingFixture
    let ticket: String

    /// - Parameter requestingCosts: gives the session something to do, where nothing else waits.
    init(_ fixture: SendingFixture, requestingCosts: Bool = false) async throws {
        self.fixture = fixture
        if requestingCosts {
            try await fixture.plumbline.requestJobCosts(in: fixture.company, by: fixture.approver)
        }
        let answer = try await fixture.plumbline.signInConnector(
            userName: fixture.userName, password: fixture.password)
        guard case .session(let ticket, _) = answer else { throw NoSession(answer: answer) }
        self.ticket = ticket
    }

    struct NoSession: Error {
        let answer: ConnectorSignIn
    }

    var session: StoredSession? {
        get async throws { try await fixture.plumbline.connectorSession(ticket: ticket) }
    }

    /// Records the outcomes of a call; false when the session is over.
    func record(_ outcomes: [ConnectorOutcome], state: String = "{}") async throws -> Bool {
        guard let session = try await session else { return false }
        return try await fixture.plumbline.record(outcomes, sessionState: state, ticket: ticket, of: session)
    }

    /// - Parameter failure: the error that the session ends with.
    func close(failure: String? = nil) async throws {
        guard let session = try await session else { return }
        try await fixture.plumbline.closeConnectorSession(
            ticket: ticket, session: session, summary: failure ?? "Done.", failure: failure)
    }

    /// Hands the accepted export out under the message set.
    func handOut(_ export: Export, as id: String = "PL-SET-1") async throws -> Bool {
        try await record([
            .handedOut(
                MessageSet(
                    id: id, purpose: .estimate, subject: export.id.text, request: "<QBXML></QBXML>",
                    state: .handedOut)),
            .export(export.id, .claimed(messageSetID: id, at: Fixture.start)),
        ])
    }

    /// QuickBooks' answer to it: written, or refused.
    func answer(_ export: Export, _ event: ExportEvent, to id: String = "PL-SET-1") async throws -> Bool {
        try await record([
            .messageSet(id: id, becomes: .answered, answer: "<QBXML></QBXML>"), .export(export.id, event),
        ])
    }

    /// Takes an accepted export all the way: handed out, written, read back as it was accepted.
    func sync(_ export: Export, as id: String = "PL-SET-1") async throws {
        _ = try await handOut(export, as: id)
        _ = try await answer(export, .written(Self.reference, at: Fixture.start), to: id)
        let transactions = try await fixture.furnished.base.database.read(of: .everyCompany) { tx in
            try tx.rows(
                """
                SELECT mark, amount, cost_code_id FROM export_transactions WHERE company_id = $1 ORDER BY mark
                """, [.text(fixture.company.text)]
            ).map { row in
                EstimateReading.Line(
                    txnLineID: "L-\(try row.text(0))", itemListID: "I-\(try row.text(2))", itemName: "item",
                    mark: try row.text(0), amount: usd(try row.integer(1)), description: "")
            }
        }
        _ = try await record([.estimateRead(fixture.furnished.project.id, .found(Self.reading(transactions)))])
    }

    static let reference = EstimateReference(txnID: "T-1", editSequence: "E-1")

    static func reading(_ lines: [EstimateReading.Line]) -> EstimateReading {
        EstimateReading(
            reference: reference, number: "PL000000001",
            total: usd(lines.reduce(0) { $0 + $1.amount.minorUnits }), lines: lines)
    }

    static let fault = ERPFault(
        code: "3140", text: "There is no item.", meaning: "Nothing was written.", cure: "Make it.", mayPass: false)
}
