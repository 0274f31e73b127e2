import BudgetDomain
import BudgetOperations
import Testing

@testable import QuickBooksDesktop

/// State and work, and the step that follows.
@Suite struct NextStepTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let work: OutstandingWork
        let state: SessionState
        let next: Step?

        init(_ description: String, _ work: OutstandingWork, _ state: SessionState = Sample.state(), _ next: Step?) {
            testDescription = description
            self.work = work
            self.state = state
            self.next = next
        }
    }

    @Test(arguments: company + inFlight + lists + exports + reads)
    func `the next step is the safest that is due`(each: Case) {
        #expect(each.state.next(each.work, messageSet: "NEW") == each.next)
    }

    private static let everything = Sample.work(
        jobs: [Sample.job()], items: [Sample.item("03-100")], exports: [Sample.export()],
        readBacks: [Sample.estimate("other")], areCostsDue: true)

    private static let company: [Case] = [
        Case("an unknown file is asked for its name", everything, SessionState(), .checkCompany),
        Case("only once", everything, tried("company", isOurs: false), nil),
        Case("nothing to do", Sample.work(), Sample.state(), nil),
        Case("too many exchanges", everything, Sample.state { $0.exchanges = 2_000 }, nil),
    ]

    private static let inFlight: [Case] = [
        Case(
            "what has no answer goes first", with(Sample.set(.items, "03-100", .unknown)), Sample.state(),
            .recover(messageSet: "PL-SET")),
        Case("and but once", with(Sample.set(.items, "03-100", .unknown)), tried("PL-SET"), nil),
        Case(
            "an estimate whose set QuickBooks does not know is looked up before anything is written",
            inconclusive, Sample.state(), .lookUp(export: "lost", names: [])),
        Case("and nothing is written until that was answered", inconclusive, tried("lost"), nil),
    ]

    private static let lists: [Case] = [
        Case(
            "names are looked up, with the first export", everything, Sample.state(),
            .lookUp(export: "export", names: ["Harbour Health:Clinic", "03-100"])),
        Case(
            "names that came up since are looked up", everything,
            Sample.state { $0.lookedUp = ["Harbour Health:Clinic"] }, .lookUp(export: "export", names: ["03-100"])),
        Case("then the job is added", everything, lookedUp(), .addJob(project: "project", messageSet: "NEW")),
        Case("then the items", everything, lookedUp(tried: "project"), .addItems(messageSet: "NEW")),
        Case(
            "a job to be linked is never added", Sample.work(jobs: [Sample.job(.linkTo(fullName: "A:B"))]),
            Sample.state { $0.lookedUp = ["A:B"] }, nil),
    ]

    private static let exports: [Case] = [
        Case(
            "an export is looked up", Sample.work(exports: [Sample.export()]), Sample.state(),
            .lookUp(export: "export", names: [])),
        Case(
            "and written", Sample.work(exports: [Sample.export()]), found("export"),
            .writeEstimate(export: "export", messageSet: "NEW")),
        Case(
            "before the next is looked up", Sample.work(exports: [Sample.export("a"), Sample.export("b")]),
            found("a"), .writeEstimate(export: "a", messageSet: "NEW")),
        Case(
            "which follows", Sample.work(exports: [Sample.export("a"), Sample.export("b")]),
            tried("a"), .lookUp(export: "b", names: [])),
        Case("each once in a session", Sample.work(exports: [Sample.export()]), tried("export"), nil),
        Case(
            "a refused export keeps no other from being written",
            Sample.work(exports: [Sample.export("a"), Sample.export("b")]),
            Sample.state {
                $0.tried = ["a"]
                $0.foundEstimates = ["b": ""]
            }, .writeEstimate(export: "b", messageSet: "NEW")),
    ]

    private static let reads: [Case] = [
        Case(
            "read-backs come last", Sample.work(readBacks: [Sample.estimate("p")]), Sample.state(),
            .readBack(projects: ["p"], costs: false)),
        Case(
            "once after a write", Sample.work(readBacks: [Sample.estimate("p")]),
            Sample.state { $0.readBack = ["p"] }, nil),
        Case(
            "costs bring all estimates",
            Sample.work(estimates: [Sample.estimate("q"), Sample.estimate("p")], areCostsDue: true),
            Sample.state(), .readBack(projects: ["p", "q"], costs: true)),
        Case(
            "costs without an estimate", Sample.work(areCostsDue: true), Sample.state(),
            .readBack(projects: [], costs: true)),
        Case(
            "further pages", Sample.work(areCostsDue: true),
            Sample.state { $0.costs = .reading(readID: "r", iterators: ["bill": "i"]) }, .readMoreCosts),
        Case("lists that could not be used are asked for last", listsDue, Sample.state(), .checkLists),
        Case("once in a session", listsDue, tried("lists"), nil),
        Case(
            "and along with the costs where those are due", listsAndCostsDue, Sample.state(),
            .readBack(projects: [], costs: true)),
        Case("costs once in a session", Sample.work(areCostsDue: true), Sample.state { $0.costs = .complete }, nil),
    ]

    private static let listsDue = {
        var work = Sample.work()
        work.listsDue = ListIDs(items: ["I-1"])
        return work
    }()

    private static let listsAndCostsDue = {
        var work = listsDue
        work.areCostsDue = true
        return work
    }()

    private static func with(_ set: MessageSet) -> OutstandingWork {
        var work = everything
        work.inFlight = set
        return work
    }

    private static let inconclusive = Sample.work(
        inFlight: Sample.set(.estimate, "lost", .inconclusive), jobs: [Sample.job()],
        exports: [Sample.export("first"), Sample.export("lost", .unknown(Sample.handover))])

    private static func tried(_ name: String, isOurs: Bool = true) -> SessionState {
        Sample.state {
            $0.tried = [name]
            $0.isCompanyFileOurs = isOurs
        }
    }

    private static func lookedUp(tried: String? = nil) -> SessionState {
        Sample.state {
            $0.lookedUp = ["Harbour Health:Clinic", "03-100"]
            $0.tried = Set([tried].compactMap(\.self))
        }
    }

    private static func found(_ export: String) -> SessionState {
        Sample.state { $0.foundEstimates = [export: ""] }
    }
}
