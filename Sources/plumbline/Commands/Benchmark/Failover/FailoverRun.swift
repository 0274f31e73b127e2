import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

/// Many firms at work while somebody else kills what they work with, and the verdict at the end.
struct FailoverRun: Sendable {
    let plumbline: Plumbline
    let servers: [SOAPTransport]
    var companies = 50
    var seed: UInt64 = 1
    /// How long what was begun may take when no new work begins.
    var settleSeconds: Int64 = 120
    /// Asked again and again: whether new work shall end.
    let shallStop: @Sendable () async -> Bool
    /// Told once, when every Web Connector has been answered.
    var tellWorking: @Sendable () -> Void = {}
    /// Done to the firms after all work and before the verdict: for a test of the verdict.
    var tamper: @Sendable ([BenchmarkFirm]) throws -> Void = { _ in }

    private static let mostNameLetters = 8

    func run() async throws -> FailoverReport {
        let now = plumbline.clock.now
        let (calls, acts) = (WaitLog(), WaitLog())
        let sites = try await assemble(FailoverTransport(servers: servers, waits: calls, now: now))
        let progress = FailoverProgress(now: now)
        let begun = now()
        let ended = await work(sites, progress: progress, acts: acts)
        try tamper(sites.map(\.firm))
        var report = FailoverReport(seed: seed, companies: companies, calls: calls.summary, acts: acts.summary)
        report.workSeconds = ended.seconds - begun.seconds
        report.settleSeconds = now().seconds - ended.seconds
        for site in sites { await report.add(site.firm.name, site.ledger, try await verdict(on: site)) }
        if report.acceptedExports == 0 { report.violations.append("Nothing was accepted, so nothing is proven.") }
        return report
    }

    private struct Site: Sendable {
        let firm: BenchmarkFirm
        let connector: WebConnector
        let ledger = FailoverLedger()
    }

    /// Names with something of their own, so that a database can be used again.
    private func assemble(_ transport: FailoverTransport) async throws -> [Site] {
        let run = plumbline.randomness.text(length: Self.mostNameLetters)
        var sites: [Site] = []
        for number in 1...companies {
            let own = SeededNumbers.seed(seed, part: number)
            let firm = try await BenchmarkFirm.assemble(
                name: "Failover \(run) \(number)", plan: BenchmarkPlan(seed: own), in: plumbline)
            let connector = WebConnector(
                account: firm.account, company: firm.books,
                transport: transport.transport(of: firm.name, seed: SeededNumbers.seed(own, part: -1)))
            sites.append(Site(firm: firm, connector: connector))
        }
        return sites
    }

    /// - Returns: when new work ended.
    private func work(_ sites: [Site], progress: FailoverProgress, acts: WaitLog) async -> Instant {
        await withTaskGroup(of: Void.self) { group in
            for site in sites {
                let people = FailoverPeople(
                    firm: site.firm, plumbline: plumbline, ledger: site.ledger, progress: progress, waits: acts)
                group.addTask { await people.work() }
                group.addTask { await Self.poll(site, progress) }
            }
            await watch(sites)
            let ended = progress.now()
            progress.settle(until: ended.adding(seconds: settleSeconds))
            await group.waitForAll()
            return ended
        }
    }

    /// Polls until the people are done and nothing is left to do.
    private static func poll(_ site: Site, _ progress: FailoverProgress) async {
        while true {
            let peopleWereDone = await site.ledger.peopleAreDone
            let report = await site.connector.poll()
            await site.ledger.polled(report)
            let isIdle = peopleWereDone && report.outcome == .nothingToDo
            if progress.isOutOfTime || (isIdle && !progress.takesNewWork) { return }
            let pause = report.outcome.endedWell ? FailoverPace.betweenPolls : FailoverPace.afterAFailure
            await FailoverPace.pause(pause)
        }
    }

    private func watch(_ sites: [Site]) async {
        var areWorking = false
        while await !shallStop() {
            if !areWorking, await everyConnectorWasAnswered(sites) {
                areWorking = true
                tellWorking()
            }
            await FailoverPace.pause(100...100)
        }
    }

    private func everyConnectorWasAnswered(_ sites: [Site]) async -> Bool {
        for site in sites where await site.ledger.lastPoll?.endedWell != true { return false }
        return true
    }

    /// The database may still be on its way back when the verdict is sought.
    private func verdict(on site: Site) async throws -> [String] {
        var attempts = 0
        while true {
            do {
                return try await FailoverEvidence.gather(of: site.firm, in: plumbline, ledger: site.ledger).violations
            } catch  where attempts < 30 && !(error is Refused) {
                attempts += 1
                await FailoverPace.pause(FailoverPace.betweenLooks)
            }
        }
    }
}
