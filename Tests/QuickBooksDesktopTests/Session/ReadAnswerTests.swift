import BudgetDomain
import BudgetOperations
import QBXML
import Testing

@testable import QuickBooksDesktop

/// What is concluded from a look-up and a read-back. Silence proves nothing.
@Suite struct ReadAnswerTests {
    private static let lost = Sample.work(
        inFlight: Sample.set(.estimate, "export", .inconclusive),
        exports: [Sample.export("export", .unknown(Sample.handover))])

    private static func interpret(
        _ step: Step, _ work: OutstandingWork, _ responses: [QBXMLResponse], in state: SessionState = Sample.state()
    ) throws -> Interpretation {
        StepAnswer(work: work, now: Sample.start, step: step, newReadID: "read")
            .interpret(try Sample.answer(responses), in: state)
    }

    private static func estimates(_ found: [EstimateRet]) -> QBXMLResponse {
        QBXMLResponse(.estimateQuery, status: found.isEmpty ? Sample.nothingFound : .ok, body: .estimates(found))
    }

    @Test func `an estimate with our GUID was written`() throws {
        let result = try Self.interpret(
            .lookUp(export: "export", names: []), Self.lost, [Self.estimates([Sample.found()])])

        #expect(result.words == ["written T-1 E-1", "set answered"])
    }

    @Test func `an estimate that is not there was not written`() throws {
        let copy = Sample.found(guid: "6b1f0c1e-1111-4222-8333-000000000000")
        for found in [[], [copy]] {
            let result = try Self.interpret(.lookUp(export: "export", names: []), Self.lost, [Self.estimates(found)])

            #expect(result.words == ["proven absent", "set answered"])
            #expect(result.state.foundEstimates == ["export": ""])
        }
    }

    @Test func `an unanswered question proves nothing`() throws {
        for responses in [[], [Sample.error(.estimateQuery, 3180)]] {
            let result = try Self.interpret(.lookUp(export: "export", names: []), Self.lost, responses)

            #expect(result.words == [])
            #expect(!result.goesOn && result.state.lastError?.isEmpty == false)
            #expect(result.state.foundEstimates == [:])
        }
    }

    @Test func `a job to be linked that is not there fails, and only if it was asked for`() throws {
        let work = Sample.work(jobs: [Sample.job(.linkTo(fullName: "A:B"))])
        let none = QBXMLResponse(.customerQuery, status: QBXMLStatus(code: 500, severity: .warn, message: "Not found."))

        #expect(
            try Self.interpret(.lookUp(export: nil, names: ["A:B"]), work, [none]).words == ["job failed job-missing"])
        #expect(try Self.interpret(.lookUp(export: nil, names: []), work, [none]).words == [])
        #expect(try Self.interpret(.lookUp(export: nil, names: ["A:B"]), work, []).goesOn == false)
    }

    @Test func `a job that is another project's is not linked again, nor one job twice in one answer`() throws {
        var job = CustomerRet()
        job.fullName = "A:B"
        func linked(_ listID: String, _ jobs: [Project]) throws -> [String] {
            job.listID = listID
            let answer = QBXMLResponse(.customerQuery, status: .ok, body: .customers([job]))
            return try Self.interpret(.lookUp(export: nil, names: ["A:B"]), Sample.work(jobs: jobs), [answer]).words
        }
        let asked = Sample.job(.linkTo(fullName: "A:B"))

        // J-1 is the job of a project that is synced.
        #expect(try linked("J-1", [asked]) == ["job failed job-taken"])
        #expect(try linked("J-2", [asked, asked]) == ["job J-2", "job failed job-taken"])
    }

    @Test func `a read-back without an answer does not say that the estimate is gone`() throws {
        let work = Sample.work(readBacks: [Sample.estimate("p")])
        let step = Step.readBack(projects: ["p"], costs: false)

        #expect(try Self.interpret(step, work, []).words == [])
        #expect(try Self.interpret(step, work, []).goesOn == false)
        // Nor does one that leaves open whether it was deleted.
        #expect(try Self.interpret(step, work, [Self.estimates([])]).goesOn == false)
        let deleted = QBXMLResponse(.txnDeletedQuery, status: Sample.nothingFound)
        #expect(try Self.interpret(step, work, [Self.estimates([]), deleted]).words == ["read none"])
        #expect(try Self.interpret(step, work, [Self.estimates([Sample.found()]), deleted]).words == ["read estimate"])
    }

    @Test func `costs are complete when every kind has come to its end`() throws {
        let work = Sample.work(areCostsDue: true)
        let kinds: [MessageKind] = [
            .accountQuery, .billQuery, .checkQuery, .creditCardChargeQuery, .creditCardCreditQuery,
            .vendorCreditQuery, .purchaseOrderQuery, .journalEntryQuery,
        ]
        var answers = kinds.map { QBXMLResponse($0, status: Sample.nothingFound) }
        answers[1].iteratorID = "{i-1}"
        answers[1].iteratorRemainingCount = 3
        let step = Step.readBack(projects: [], costs: true)

        let first = try Self.interpret(step, work, answers)
        #expect(first.words == ["0 cost lines"])
        #expect(first.state.costs == .reading(readID: "read", iterators: ["bill": "{i-1}"]))
        let page = try Self.interpret(.readMoreCosts, work, [answers[1]], in: first.state)
        #expect(page.words == ["0 cost lines"])
        let last = try Self.interpret(
            .readMoreCosts, work, [QBXMLResponse(.billQuery, status: .ok)], in: page.state)
        #expect(last.words == ["0 cost lines", "costs read"])
        #expect(try Self.interpret(.readMoreCosts, work, [], in: page.state).words == [])
        #expect(try Self.interpret(step, work, Array(answers.dropLast())).goesOn == false)
    }
}
