/// When it is time for the next turn of a loop.
enum Ticks {
    /// A tick for each of `wakeUps` that was not taken yet, and at least one in every pause.
    static func of(_ wakeUps: AsyncStream<Void>, atLeastEvery pause: Duration) -> AsyncStream<Void> {
        let (ticks, tick) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let sources = [
            Task {
                for await _ in wakeUps { tick.yield() }
            },
            Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: pause)
                    tick.yield()
                }
            },
        ]
        tick.onTermination = { _ in
            for source in sources { source.cancel() }
        }
        return ticks
    }
}
