/// Many lives, several at a time: each on its own database, so that they know nothing of each other.
package struct SeedRange: Sendable {
    package var first: UInt64
    package var count: Int
    package var tasks: Int
    package var options: World.Options
    /// Ends early once that many lives have failed.
    package var mostFailures: Int

    package init(
        first: UInt64, count: Int, tasks: Int = 1, options: World.Options = World.Options(), mostFailures: Int = .max
    ) {
        self.first = first
        self.count = count
        self.tasks = tasks
        self.options = options
        self.mostFailures = mostFailures
    }

    /// - Parameter progress: told how many lives of one task are over, now and then.
    package func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> SeedSummary {
        try await withThrowingTaskGroup(of: SeedSummary.self) { group in
            for task in 0..<max(tasks, 1) {
                group.addTask { try await run(task: task, progress) }
            }
            var summary = SeedSummary()
            for try await part in group { summary.add(part) }
            return summary
        }
    }

    /// Every so manieth seed, so that all tasks end at about the same time.
    private func run(task: Int, _ progress: @Sendable (Int) -> Void) async throws -> SeedSummary {
        let founding = try await Founding.make(for: options)
        var summary = SeedSummary()
        for offset in stride(from: task, to: count, by: max(tasks, 1)) {
            summary.add(try await SeedRun.run(first &+ UInt64(offset), founding: founding, options: options))
            if summary.lives.isMultiple(of: 100) { progress(100) }
            if summary.failedLives >= mostFailures { break }
        }
        return summary
    }
}
