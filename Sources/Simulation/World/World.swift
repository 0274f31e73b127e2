internal import BudgetDomain
internal import BudgetOperations
package import QuickBooksEmulators
internal import SQLDatabase

/// One simulated life of a few companies: everything that happens in it follows from its seed, one thing at a time.
package final class World {
    package struct Options: Sendable {
        package var steps = 120
        package var keepsTrace = false
        /// Whether the digest of the trace is worked out though the trace is not kept.
        package var digestsTrace = false
        package var checksInvariants = true
        package var mutant: Mutant?
        /// Nil draws one from the seed.
        package var plan: FaultPlan?
        /// Nil draws a reading of QuickBooks' unclear behaviour from the seed.
        package var recovery: RecoveryBehaviour?

        /// Nil draws one from the seed.
        package var shape: Shape?

        package init() {}
    }

    /// How much there is of everything.
    package struct Shape: Sendable, Hashable {
        package var companies = 1
        package var servers = 1
        package var connectors = 1
        package var projects = 1
        /// Whether jobs and items are in QuickBooks from the start.
        package var startsLinked = true

        package init(connectors: Int = 1) { self.connectors = connectors }

        init(drawnFrom chance: inout Chance) {
            startsLinked = chance.happens(permille: 850)
            servers = chance.happens(permille: 300) ? 2 : 1
            companies = chance.happens(permille: 200) ? 2 : 1
            projects = chance.happens(permille: 250) ? 2 : 1
            connectors = chance.happens(permille: 250) ? 2 : 1
        }
    }

    package let seed: UInt64
    package let options: Options
    package internal(set) var chance: Chance
    package let clock: SimulatedClock
    package let hooks: MutantHooks
    package let probe: Probe
    package let servers: [SimulatedServer]
    package let companies: [SimulatedCompany]
    package internal(set) var faults: Faults
    package internal(set) var ledger = Ledger()
    package internal(set) var trace: Trace
    /// The step that is under way, from 1.
    package internal(set) var step = 0
    package internal(set) var violations: [Violation] = []
    package internal(set) var settlement = Settlement()
    /// What the invariants keep from one check to the next.
    package var memory = InvariantMemory()
    let engine: SerialSQLiteEngine
    var sendingAgain: [Ledger.ProjectKey: SendingAgain] = [:]
    /// Projects whose job or items were asked for again.
    var mended: Set<Ledger.ProjectKey> = []
    /// Counts what changed the database past the servers.
    var restoredDatabases = 0
    var checkedVersion: Version?
    /// The company whose step it is; nil while all of them settle.
    var acting: Int?

    package init(seed: UInt64, founding: Founding, options: Options = Options()) throws {
        self.seed = seed
        self.options = options
        var chance = Chance(seed: seed)
        faults = Faults(plan: options.plan ?? FaultPlan(drawnFrom: &chance))
        trace = Trace(isKept: options.keepsTrace, isDigested: options.digestsTrace)
        let clock = SimulatedClock(at: SimulatedClock.start)
        let hooks = options.mutant?.makeHooks() ?? MutantHooks()
        let shape = options.shape ?? Shape(drawnFrom: &chance)
        let engine = try founding.begin(linked: shape.startsLinked)
        self.engine = engine
        let bytes = SeededBytes(seed: seed)
        servers = (0..<shape.servers).map { number in
            SimulatedServer(
                name: "server \(number + 1)", inner: engine, clock: clock.clock,
                randomness: bytes.randomness, hooks: hooks)
        }
        let recovery = options.recovery ?? Self.recovery(&chance)
        companies = founding.companies.prefix(shape.companies).enumerated().map { index, founded in
            SimulatedCompany(index: index, founded: founded, shape: shape, world: clock)
        }
        for company in companies { company.books.recovery = recovery }
        probe = Probe(engine)
        self.chance = chance
        self.clock = clock
        self.hooks = hooks
    }

    /// One of the readings of what the documents leave open.
    private static func recovery(_ chance: inout Chance) -> RecoveryBehaviour {
        var recovery = RecoveryBehaviour()
        recovery.oldOnly = chance.happens(permille: 500) ? .clears : .asksForStatus
        recovery.unstored = chance.happens(permille: 500) ? .runsAgain : .answersNothing
        recovery.recoveryCarriesRecords = chance.happens(permille: 300)
        return recovery
    }

    /// The whole life: faults first, then peace.
    package func live() async throws {
        trace.add(0, clock.now, "seed \(seed)", introduction)
        try await beginChecks()
        while step < options.steps, violations.isEmpty {
            step += 1
            try await takeStep()
            try await check(atEnd: false)
        }
        if violations.isEmpty { try await settle() }
        if violations.isEmpty { try await check(atEnd: true) }
    }

    private var introduction: String {
        "\(faults.plan.mood.rawValue), \(companies.count) companies, \(servers.count) servers, "
            + companies.map { "\($0.connectors.count) connectors, \($0.projects.count) projects" }
            .joined(separator: "; ")
    }
}

extension World {
    /// What the checks depend on: nothing new, nothing to check.
    struct Version: Hashable {
        let database: Int
        let books: [Int]
        let decisions: Int
    }

    var version: Version {
        Version(
            database: servers.reduce(restoredDatabases) { $0 + $1.commits }, books: companies.map(\.booksVersion),
            decisions: ledger.decisions.count + ledger.asks.count)
    }

    /// How often the database has changed.
    package var databaseVersion: Int { version.database }

    func pickServer() -> SimulatedServer {
        servers.count == 1 ? servers[0] : servers[chance.below(servers.count)]
    }

    /// What the next calls of this server may meet at a commit.
    func planFate(of server: SimulatedServer) {
        guard faults.areOn else { return }
        for (kind, fate) in Self.fates where faults.forced == kind || chance.happens(permille: faults.plan[kind]) {
            return server.engine.plan(fate, after: chance.happens(permille: 700) ? 0 : 1)
        }
    }

    private static let fates: [(FaultKind, FaultingEngine.Fate)] = [
        (.serverKilledBeforeCommit, .killedBeforeCommit), (.serverKilledAfterCommit, .killedAfterCommit),
        (.commitRefused, .refused),
    ]

    /// Counts what struck, and starts a dead server again.
    func bury(_ server: SimulatedServer) {
        if let struck = server.engine.fateStruck, let (kind, _) = Self.fates.first(where: { $0.1 == struck }) {
            faults.note(kind)
            if faults.forced == kind { _ = faults.forgetForced() }
            trace.add(step, clock.now, server.name, kind.rawValue)
        }
        server.engine.clearFate()
        if server.engine.isDead { server.restart() }
    }
}
