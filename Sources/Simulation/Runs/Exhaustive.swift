internal import QuickBooksEmulators

/// Every fault at every move of an export and its update; and every second fault after it.
package struct Exhaustive: Sendable {
    package enum Depth: String, Sendable, Hashable, CaseIterable {
        case singles, pairs
    }

    /// One of so many equal parts of the schedules, by their first fault: a run of hours can be done bit by bit.
    package struct Part: Sendable, Hashable {
        /// From 1.
        package let number: Int
        package let count: Int

        package static let whole = Part(uncheckedNumber: 1, of: 1)

        /// `3/40`; nil for what is no part.
        package init?(_ text: String) {
            let sides = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            guard sides.count == 2, let number = sides[0], let count = sides[1], (1...1_000).contains(count),
                (1...count).contains(number)
            else { return nil }
            self.init(uncheckedNumber: number, of: count)
        }

        private init(uncheckedNumber number: Int, of count: Int) {
            self.number = number
            self.count = count
        }

        func of<Element>(_ all: [Element]) -> [Element] {
            stride(from: number - 1, to: all.count, by: count).map { all[$0] }
        }
    }

    package var depth: Depth
    package var part: Part
    package var tasks: Int
    package var options: World.Options

    package init(
        depth: Depth, part: Part = .whole, tasks: Int = 1, options: World.Options = World.Options()
    ) {
        self.depth = depth
        self.part = part
        self.tasks = tasks
        self.options = options
        self.options.plan = FaultPlan.none
        self.options.shape = World.Shape(connectors: 2)
        if options.recovery == nil { self.options.recovery = RecoveryBehaviour() }
    }

    /// One schedule from the founding state.
    package func live(
        _ schedule: [ScheduledFault], founding: Founding
    ) async throws -> (result: SeedResult, moves: [MoveKind]) {
        let world = try World(seed: 0, founding: founding, options: options)
        let moves = try await world.live(schedule)
        return (SeedResult(world, schedule: schedule), moves)
    }

    package func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> SeedSummary {
        let founding = try await Founding.make(for: options)
        let (calm, moves) = try await live([], founding: founding)
        var summary = SeedSummary()
        summary.add(calm)
        let singles = part.of(Self.faults(in: moves, after: 0))
        let parts = try await withThrowingTaskGroup(of: SeedSummary.self) { group in
            for task in 0..<max(tasks, 1) {
                let mine = stride(from: task, to: singles.count, by: max(tasks, 1)).map { singles[$0] }
                group.addTask { try await run(mine, progress) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for part in parts { summary.add(part) }
        return summary
    }

    private func run(_ singles: [ScheduledFault], _ progress: @Sendable (Int) -> Void) async throws -> SeedSummary {
        let founding = try await Founding.make(for: options)
        var summary = SeedSummary()
        for first in singles {
            let (result, moves) = try await live([first], founding: founding)
            summary.add(result)
            guard depth == .pairs else { continue }
            for second in Self.faults(in: moves, after: first.move) {
                summary.add(try await live([first, second], founding: founding).result)
            }
            progress(summary.lives)
        }
        return summary
    }

    private static func faults(in moves: [MoveKind], after move: Int) -> [ScheduledFault] {
        moves.enumerated().dropFirst(move).flatMap { index, kind in
            kind.faults.map { ScheduledFault(move: index + 1, kind: $0) }
        }
    }
}
