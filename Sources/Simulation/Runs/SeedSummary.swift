/// What many lives came to.
package struct SeedSummary: Sendable {
    package private(set) var lives = 0
    package private(set) var tally = FaultTally()
    /// Of the lives with a violation, the first few, by seed.
    package private(set) var failures: [SeedResult] = []
    package private(set) var failedLives = 0
    package private(set) var acceptedExports = 0
    package private(set) var syncedExports = 0
    /// Lives in which everything accepted ended synced.
    package private(set) var livesSynced = 0
    /// Lives in which what was unsettled when the faults stopped settled within three polls.
    package private(set) var livesSettledInThree = 0
    package private(set) var mostPolls = 0
    /// The states in which exports ended that are not synced.
    package private(set) var others: [String: Int] = [:]
    package private(set) var firstUnsettledSeed: UInt64?
    /// Of the lives in which something accepted did not end synced, the first few.
    package private(set) var unsynced: [String] = []

    private static let mostFailures = 20

    package init() {}

    package mutating func add(_ result: SeedResult) {
        lives += 1
        tally.add(result.tally)
        acceptedExports += result.settlement.accepted
        syncedExports += result.settlement.synced
        if result.settlement.isAllSynced { livesSynced += 1 }
        if let polls = result.settlement.polls {
            mostPolls = max(mostPolls, polls)
            if polls <= 3 { livesSettledInThree += 1 }
        } else if result.violations.isEmpty {
            firstUnsettledSeed = min(firstUnsettledSeed ?? result.seed, result.seed)
        }
        others.merge(result.settlement.others, uniquingKeysWith: +)
        if result.violations.isEmpty, !result.settlement.isAllSynced { keep(unsynced: [result.replay]) }
        guard !result.violations.isEmpty else { return }
        failedLives += 1
        keep([result])
    }

    package mutating func add(_ other: SeedSummary) {
        lives += other.lives
        tally.add(other.tally)
        failedLives += other.failedLives
        acceptedExports += other.acceptedExports
        syncedExports += other.syncedExports
        livesSynced += other.livesSynced
        livesSettledInThree += other.livesSettledInThree
        mostPolls = max(mostPolls, other.mostPolls)
        others.merge(other.others, uniquingKeysWith: +)
        if let seed = other.firstUnsettledSeed { firstUnsettledSeed = min(firstUnsettledSeed ?? seed, seed) }
        keep(other.failures)
        keep(unsynced: other.unsynced)
    }

    private mutating func keep(unsynced replays: [String]) {
        unsynced = Array((unsynced + replays).prefix(Self.mostFailures))
    }

    private mutating func keep(_ results: [SeedResult]) {
        failures = Array((failures + results).sorted { $0.seed < $1.seed }.prefix(Self.mostFailures))
    }
}
