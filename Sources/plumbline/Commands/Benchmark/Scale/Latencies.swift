/// How long each of many things took, in microseconds.
struct Latencies: Sendable {
    private var sorted: [Int] = []

    init(_ microseconds: [Int]) { sorted = microseconds.sorted() }

    var count: Int { sorted.count }
    var greatest: Int { sorted.last ?? 0 }

    /// The least value that at least `percent` per cent of all do not exceed; zero when there is none.
    func percentile(_ percent: Int) -> Int {
        guard !sorted.isEmpty else { return 0 }
        let rank = (sorted.count * percent + 99) / 100
        return sorted[max(rank, 1) - 1]
    }
}
