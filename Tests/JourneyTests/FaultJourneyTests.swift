import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import TestStorage
import Testing

/// One fault at every call of the whole journey, each with every effect: in the end there is one estimate with the
/// accepted amounts, and the gate is open.
@Suite(.timeLimit(.minutes(10))) struct FaultJourneyTests {
    @Test(arguments: Storage.available, FaultAtCall.all(1...14))
    func `one fault at any call leaves one estimate with the accepted amounts`(
        storage: Storage, at: FaultAtCall
    ) async throws {
        let firm = try await Firm(storage)
        try await firm.importBudget(Firm.budget)
        try await firm.plumbline.requestJob(
            .createUnder(customer: "Harbour Health"), for: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = try await firm.plumbline.requestItems(
            ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses"), codes: nil,
            in: firm.company.id, by: firm.approver.id)
        let connector = firm.connector(faults: [ConnectorFault(.call(at.call), at.fault.effect)])
        try await firm.poll(connector, untilListsAreSynced: true)
        try await firm.plumbline.lockBudget(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        _ = try await firm.plumbline.sendBudgetToERP(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        try await firm.accept()

        try await firm.poll(connector, untilListsAreSynced: false)

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.available, FaultAtCall.all(1...10))
    func `one fault at any call of a modification leaves one estimate`(storage: Storage, at: FaultAtCall) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        _ = try await firm.plumbline.createModification(
            from: "03-100.L", to: "05-200.L", amount: Money(minorUnits: 2_500_050, currency: .usd), notes: "",
            of: Firm.project, in: firm.company.id, by: firm.manager.id)
        _ = try await firm.plumbline.sendBudgetToERP(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        try await firm.accept()
        let connector = firm.connector(faults: [ConnectorFault(.call(at.call), at.fault.effect)])

        try await firm.poll(connector, untilListsAreSynced: false)

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 7)
    }
}

extension FaultJourneyTests {
    @Test(arguments: Storage.available)
    func `an answer lost where QuickBooks could not keep it is found by looking, not by sending again`(
        storage: Storage
    )
        async throws
    {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        firm.books.recovery.cannotStore = true
        let connector = firm.connector(faults: [ConnectorFault(.method(.sendRequestXML, occurrence: 2), .loseAnswer)])

        try await firm.poll(connector, untilListsAreSynced: false)

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }
}

/// A fault at one call of a journey.
struct FaultAtCall: CustomTestStringConvertible {
    let call: Int
    let fault: EveryFault

    var testDescription: String { "\(fault) at call \(call)" }

    static func all(_ calls: ClosedRange<Int>) -> [FaultAtCall] {
        calls.flatMap { call in EveryFault.allCases.map { FaultAtCall(call: call, fault: $0) } }
    }
}

/// Every way in which one call can go wrong.
enum EveryFault: CaseIterable {
    case dieBefore, dieAfter, repeatCall, loseRequest, loseAnswer, comFaultWhenExecuted, comFaultWhenNot

    var effect: ConnectorFault.Effect {
        switch self {
        case .dieBefore: .dieBefore
        case .dieAfter: .dieAfter
        case .repeatCall: .repeatCall
        case .loseRequest: .loseRequest
        case .loseAnswer: .loseAnswer
        case .comFaultWhenExecuted: .comFault(hresult: "0x8004040D", message: "The session ended.", executed: true)
        case .comFaultWhenNot: .comFault(hresult: "0x8004040D", message: "The session ended.", executed: false)
        }
    }
}

extension Firm {
    /// Polls until what is asked for is done; more polls than any single fault can need is a failure.
    func poll(_ connector: WebConnector, untilListsAreSynced: Bool) async throws {
        for _ in 0..<6 {
            let isDone =
                untilListsAreSynced ? try await areListsSynced() : try await exportState() == .synced
            if isDone { return }
            _ = await connector.poll()
            time.move(seconds: 900)
        }
        Issue.record("not settled after six polls")
    }

    private func areListsSynced() async throws -> Bool {
        let projects = try await plumbline.projects(of: company.id)
        guard projects.allSatisfy({ $0.project.job.reference != nil }) else { return false }
        let codes = try await plumbline.costCodes(of: company.id)
        return codes.allSatisfy { $0.item.reference != nil }
    }

    func expectOneEstimate(totalCents: Int64, lines: Int) async throws {
        #expect(books.estimates.count == 1)
        #expect(books.estimates.first?.totalCents == totalCents)
        #expect(books.estimates.first?.lines.count == lines)
        #expect(Set(books.estimates.first?.lines.compactMap(\.other1) ?? []).count == lines)
        #expect(try await exportState() == .synced)
        #expect(try await refusedActs() == [])
    }
}
