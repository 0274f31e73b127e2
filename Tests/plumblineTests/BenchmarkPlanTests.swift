import BudgetDomain
import Foundation
import Testing

@testable import plumbline

@Suite struct BenchmarkPlanTests {
    @Test func `the same seed plans the same amounts`() {
        let plan = BenchmarkPlan(seed: 7)

        #expect(plan.lines == BenchmarkPlan(seed: 7).lines)
        #expect(plan.modification(3) == BenchmarkPlan(seed: 7).modification(3))
        #expect(plan.modification(3) != plan.modification(4))
        #expect(plan.lines != BenchmarkPlan(seed: 8).lines)
    }

    @Test(arguments: 0..<50) func `a planned file reads back as planned`(seed: UInt64) throws {
        let plan = BenchmarkPlan(seed: seed)

        guard case .budget(let read, _) = BudgetFile.read(bytes: plan.csv, currency: .usd) else {
            Issue.record("the file of seed \(seed) is refused")
            return
        }

        #expect(read.map(\.amount.minorUnits) == plan.lines.map(\.cents))
        #expect(read.map(\.costCode) == plan.lines.map(\.costCode))
    }

    @Test func `servers are http addresses with commas between`() {
        let two = ServerList(argument: "http://127.0.0.1:8081,http://host:80/")

        #expect(two?.services.map(\.absoluteString) == ["http://127.0.0.1:8081/qbwc", "http://host:80/qbwc"])
        for wrong in ["", "https://host", "http://a,,http://b", "host:80"] {
            #expect(ServerList(argument: wrong) == nil, "\(wrong)")
        }
    }

    @Test func `a wait lasts from the first attempt to the success, and short ones are not kept`() {
        let log = WaitLog()
        func at(_ milliseconds: Int64) -> Instant { Instant(microsecondsSince1970: milliseconds * 1_000) }
        log.succeeded("a", from: at(0), to: at(999))
        log.failed("a", from: at(2_000))
        log.failed("a", from: at(2_500))
        log.succeeded("b", from: at(2_600), to: at(3_700))
        log.succeeded("a", from: at(3_000), to: at(3_100))
        log.failed("c", from: at(4_000))

        #expect(
            log.summary.waits == [
                Wait(name: "b", from: at(2_600), to: at(3_700), failures: 0),
                Wait(name: "a", from: at(2_000), to: at(3_100), failures: 2),
            ])
        #expect(log.summary.attempts == 6)
        #expect(log.summary.failures == 3)
        #expect(log.summary.open == ["c": at(4_000)])
    }
}
