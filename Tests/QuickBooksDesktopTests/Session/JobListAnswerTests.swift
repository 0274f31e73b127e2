import BudgetDomain
import BudgetOperations
import QBXML
import Testing

@testable import QuickBooksDesktop

/// What is concluded from QuickBooks' list of customers and jobs, page by page.
@Suite struct JobListAnswerTests {
    private static func page(_ names: [(String, Int)], iterator: String? = nil) -> QBXMLResponse {
        let customers = names.map { name, sublevel in
            var customer = CustomerRet()
            customer.listID = "ID of \(name)"
            customer.fullName = name
            customer.sublevel = sublevel
            return customer
        }
        var response = QBXMLResponse(.customerQuery, status: .ok, body: .customers(customers))
        response.iteratorID = iterator
        response.iteratorRemainingCount = iterator == nil ? nil : 1
        return response
    }

    private static func interpret(
        _ responses: [QBXMLResponse], in state: SessionState = Sample.state()
    ) throws -> Interpretation {
        StepAnswer(work: Sample.work(), now: Sample.start, step: .readJobList, newReadID: "read")
            .interpret(try Sample.answer(responses), in: state)
    }

    @Test func `the list is asked for only when somebody wants it, and before the costs`() {
        var work = Sample.work(areCostsDue: true)
        #expect(Sample.state().next(work, messageSet: "set") == .readBack(projects: [], costs: true))
        work.isJobListDue = true
        var state = Sample.state()
        #expect(state.next(work, messageSet: "set") == .readJobList)
        state.jobList = .reading(readID: "read", iterator: "{i}")
        work.isJobListDue = false
        #expect(state.next(work, messageSet: "set") == .readJobList)
        state.jobList = .over
        work.isJobListDue = true
        #expect(state.next(work, messageSet: "set") == .readBack(projects: [], costs: true))
    }

    @Test func `a read counts when its last page is in`() throws {
        let first = try Self.interpret([Self.page([("Harbour", 0), ("Harbour:Clinic", 1)], iterator: "{i-1}")])
        #expect(first.words == ["2 jobs listed"])
        #expect(first.state.jobList == .reading(readID: "read", iterator: "{i-1}"))
        let query = JobListAnswer.query(continuing: first.state.jobList)
        #expect(query.iterator == .continue(id: "{i-1}"))

        let last = try Self.interpret([Self.page([("Walk-in", 0)])], in: first.state)
        #expect(
            last.outcomes == [
                .jobsListed(
                    readID: "read", [ListedJob(listID: "ID of Walk-in", fullName: "Walk-in", sublevel: 0)]),
                .jobListRead(readID: "read"),
            ])
        #expect(last.state.jobList == .over)
        #expect(
            try Self.interpret([QBXMLResponse(.customerQuery, status: Sample.nothingFound)]).words
                == ["0 jobs listed", "list of jobs read"])
    }

    @Test func `what cannot be read is told and keeps nothing else waiting`() throws {
        let refused = try Self.interpret([Sample.error(.customerQuery, 3180)])
        #expect(refused.words == ["list of jobs failed 3180"])
        #expect(refused.goesOn && refused.state.jobList == .over)

        let silent = try Self.interpret([])
        #expect(silent.words == ["list of jobs failed no-answer"] && silent.goesOn)
        var cut = Self.page([("Harbour", 0)], iterator: "{i}")
        cut.iteratorID = nil
        #expect(try Self.interpret([cut]).words == ["1 jobs listed", "list of jobs failed no-answer"])

        let answer = StepAnswer(work: Sample.work(), now: Sample.start, step: .readJobList, newReadID: "read")
        #expect(
            answer.interpret(Array("<QBXML>".utf8), in: Sample.state()).words == [
                "list of jobs failed answer-unreadable"
            ])
        #expect(
            answer.interpret(hresult: "0x80040401", message: "", in: Sample.state()).words == [
                "list of jobs failed 0x80040401"
            ])
    }
}
