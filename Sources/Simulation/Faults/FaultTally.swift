/// How often each fault struck.
package struct FaultTally: Sendable, Hashable {
    private var counts = Array(repeating: 0, count: FaultKind.allCases.count)

    package init() {}

    package subscript(_ kind: FaultKind) -> Int { counts[kind.index] }

    package var total: Int { counts.reduce(0, +) }

    package mutating func count(_ kind: FaultKind) { counts[kind.index] += 1 }

    package mutating func add(_ other: FaultTally) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }
}
