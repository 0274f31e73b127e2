import BudgetDomain
import QuickBooksEmulators
import Synchronization

/// The way of every Web Connector to the servers: each call of a session may go to another one, as behind a balancer
/// that remembers nobody.
struct FailoverTransport: Sendable {
    let servers: [SOAPTransport]
    let waits: WaitLog
    let now: @Sendable () -> Instant

    /// - Parameter seed: decides which call goes to which server.
    func transport(of name: String, seed: UInt64) -> SOAPTransport {
        let numbers = SharedNumbers(seed: seed)
        return { call in
            let from = now()
            do {
                let bytes = try await servers[numbers.below(servers.count)](call)
                // A fault is an answer in form alone: the server could not do what it was asked.
                if Self.isFault(bytes) {
                    waits.failed(name, from: from)
                } else {
                    waits.succeeded(name, from: from, to: now())
                }
                return bytes
            } catch {
                waits.failed(name, from: from)
                throw error
            }
        }
    }

    private static func isFault(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(400), as: UTF8.self).contains(":Fault>")
    }
}

private final class SharedNumbers: Sendable {
    private let numbers: Mutex<SeededNumbers>

    init(seed: UInt64) { numbers = Mutex(SeededNumbers(seed: seed)) }

    func below(_ count: Int) -> Int {
        numbers.withLock { Int.random(in: 0..<count, using: &$0) }
    }
}
