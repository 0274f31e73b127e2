import BudgetDomain
import BudgetOperations
import QBXML
import Testing

@testable import QuickBooksDesktop

/// What an answer to a write means, whatever QuickBooks says.
@Suite struct WriteAnswerTests {
    private static let write = Step.writeEstimate(export: "export", messageSet: "PL-SET")
    private static let sent = Sample.work(
        inFlight: Sample.set(.estimate, "export", .handedOut),
        exports: [Sample.export("export", .handedOut(Sample.handover))])
    private static let unknown = Sample.work(
        inFlight: Sample.set(.estimate, "export", .unknown),
        exports: [Sample.export("export", .unknown(Sample.handover))])

    private static func interpret(
        _ step: Step, _ work: OutstandingWork, _ response: [UInt8]
    ) -> Interpretation {
        StepAnswer(work: work, now: Sample.start, step: step, newReadID: "read")
            .interpret(response, in: Sample.state { $0.asked = step })
    }

    @Test func `a written estimate is known by its keys`() throws {
        let response = try Sample.answer([
            QBXMLResponse(.estimateAdd, requestID: "1", body: .estimates([Sample.found()]))
        ])

        let result = Self.interpret(Self.write, Self.sent, response)

        #expect(result.words == ["written T-1 E-1", "set answered"])
        #expect(result.goesOn && result.state.asked == nil)
        #expect(result.state.done == ["Wrote the estimate of 1001."])
    }

    @Test func `a replayed answer has the keys alone`() throws {
        var replay = QBXMLResponse(.estimateAdd, requestID: "1", body: nil)
        var keys = ErrorRecovery()
        keys.txnID = "T-1"
        keys.editSequence = "E-1"
        replay.errorRecovery = keys

        let result = Self.interpret(
            .recover(messageSet: "PL-SET"), Self.unknown, try Sample.answer([replay], setStatus: 0))

        #expect(result.words == ["written T-1 E-1", "set answered"])
    }

    @Test(arguments: [3200, 3250, 3140, 3100])
    func `a refusal is the export's, with QuickBooks' code`(code: Int) throws {
        let response = try Sample.answer([Sample.error(.estimateAdd, code)])

        let result = Self.interpret(Self.write, Self.sent, response)

        #expect(result.words == ["refused \(code)", "set answered"])
        #expect(result.goesOn && result.state.tried == ["export"])
    }

    @Test(arguments: [600, 9001, 9002, 9005])
    func `a set that QuickBooks does not know settles nothing`(status: Int) throws {
        let response = try Sample.answer([], setStatus: status)

        #expect(Self.interpret(Self.write, Self.sent, response).words == ["answer lost", "set inconclusive"])
        let again = Self.interpret(.recover(messageSet: "PL-SET"), Self.unknown, response)
        #expect(again.words == ["set inconclusive"])
        #expect(again.goesOn && again.state.tried == [])
    }

    @Test func `an empty answer, and one without keys, settle nothing`() throws {
        let silent = try Sample.answer([QBXMLResponse(.estimateAdd, requestID: "1")])

        for response in [try Sample.answer([]), silent] {
            let result = Self.interpret(Self.write, Self.sent, response)
            #expect(result.words == ["answer lost", "set inconclusive"])
            // The look-up that has to follow is not ruled out.
            #expect(!result.state.tried.contains("export"))
        }
    }

    @Test func `a garbled answer leaves the write unknown and stops the session`() {
        let result = Self.interpret(Self.write, Self.sent, Array("<QBXML><oops".utf8))

        #expect(result.words == ["set unknown", "answer lost"])
        #expect(!result.goesOn && result.state.lastError?.isEmpty == false)
    }

    @Test(arguments: [
        ("0x80040400", ["set answered", "refused 0x80040400"]), ("0x8004040D", ["set unknown", "answer lost"]),
        ("0x80040408", ["set unknown", "answer lost"]), ("", ["set unknown", "answer lost"]),
    ])
    func `only a request that could not be parsed proves that nothing was run`(
        hresult: String, words: [String]
    ) {
        let result = StepAnswer(work: Self.sent, now: Sample.start, step: Self.write, newReadID: "read")
            .interpret(hresult: hresult, message: "No.", in: Sample.state())

        #expect(result.words == words)
        #expect(!result.goesOn && result.state.lastError?.isEmpty == false)
    }

    @Test func `each item of a batch has its own answer`() throws {
        let work = Sample.work(
            inFlight: Sample.set(.items, "A\nB\nC\nD", .handedOut),
            items: ["A", "B", "C", "D"].map { Sample.item($0) })
        var added = ItemServiceRet()
        added.listID = "I-A"
        added.fullName = "A"
        let response = try Sample.answer([
            QBXMLResponse(.itemServiceAdd, requestID: "1", body: .items([added])),
            Sample.error(.itemServiceAdd, 3100, requestID: "2"), Sample.error(.itemServiceAdd, 3231, requestID: "3"),
        ])

        let result = Self.interpret(.addItems(messageSet: "PL-SET"), work, response)

        #expect(result.words == ["item A I-A", "item B failed 3100", "set answered"])
        #expect(result.state.tried == ["A", "B", "C"])
        #expect(result.state.done == ["Made 1 item."])
    }

    @Test func `items of several batches are told as one number`() throws {
        let step = Step.addItems(messageSet: "PL-SET")
        let work = Sample.work(
            inFlight: Sample.set(.items, "A\nB", .handedOut), items: [Sample.item("A"), Sample.item("B")])
        let response = try Sample.answer(
            ["A", "B"].enumerated().map { index, name in
                var added = ItemServiceRet()
                added.listID = "I-\(name)"
                added.fullName = name
                return QBXMLResponse(.itemServiceAdd, requestID: "\(index + 1)", body: .items([added]))
            })
        let before = Sample.state {
            $0.asked = step
            $0.done = ["Made 171 items.", "Linked 1001 with job Harbour:Clinic."]
            $0.itemsMade = 171
        }

        let result = StepAnswer(work: work, now: Sample.start, step: step, newReadID: "read")
            .interpret(response, in: before)

        #expect(result.words == ["item A I-A", "item B I-B", "set answered"])
        #expect(result.state.summary == "Linked 1001 with job Harbour:Clinic. Made 173 items.")
        #expect(result.state.itemsMade == 173)
    }

    @Test func `a job that was made is told by its full name`() throws {
        let work = Sample.work(inFlight: Sample.set(.job, "project", .handedOut), jobs: [Sample.job()])
        var added = CustomerRet()
        added.listID = "J-1"
        added.fullName = "Harbour:Clinic"
        let response = try Sample.answer([
            QBXMLResponse(.customerAdd, requestID: "1", body: .customers([added]))
        ])

        let result = Self.interpret(.addJob(project: "project", messageSet: "PL-SET"), work, response)

        #expect(result.words == ["job J-1", "set answered"])
        #expect(result.state.done == ["Made the job Harbour:Clinic."])
    }

    @Test func `items without a clear answer are looked up, and not added again in this session`() throws {
        let work = Sample.work(
            inFlight: Sample.set(.items, "A\nB", .handedOut), items: [Sample.item("A"), Sample.item("B")])

        let result = Self.interpret(.addItems(messageSet: "PL-SET"), work, try Sample.answer([], setStatus: 9005))

        #expect(result.words == ["set answered"])
        #expect(result.state.lookedUp == [] && result.state.tried == ["A", "B"])
    }

    @Test func `an answer to a set that is not in flight means nothing`() throws {
        let response = try Sample.answer([QBXMLResponse(.estimateAdd, body: .estimates([Sample.found()]))])

        let result = Self.interpret(.writeEstimate(export: "export", messageSet: "ANOTHER"), Self.sent, response)

        #expect(result.words == [])
    }
}
