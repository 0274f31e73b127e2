import BudgetDomain
import BudgetOperations
import Logging

/// What a server does beside answering calls.
struct ServerWork {
    let plumbline: Plumbline
    let server: ID<RunningServer>
    let watch: SchemaWatch
    let post: WebhookPost

    /// How long a server that was overtaken still answers 503, so that a load balancer notices before it is gone.
    private static let lingering = Duration.seconds(5)

    func loops() throws -> [Loop] {
        [schemaWatch, contacts, housekeeping, try outbox()]
    }

    private var contacts: Loop {
        loop("noting who called", every: .seconds(1)) { [plumbline] in
            try await plumbline.storeContacts()
            return .goOn
        }
    }

    /// Three turns fit into the lease.
    private var housekeeping: Loop {
        loop("housekeeping", every: .seconds(60)) { [plumbline, server] in
            if try await plumbline.holdLease(.housekeeping, as: server) {
                let removed = try await plumbline.keepHouse()
                if removed > 0 { plumbline.log.info("housekeeping", metadata: ["removed": "\(removed)"]) }
            }
            return .goOn
        }
    }

    /// A new message wakes the loop; the pause is for those that are tried again.
    private func outbox() throws -> Loop {
        let ticks = Ticks.of(try plumbline.outboxWakeUps(), atLeastEvery: .seconds(2))
        return Loop(
            name: "posting to webhooks", log: plumbline.log,
            pause: { for await _ in ticks { break } },
            turn: { [plumbline, server, post] in
                while try await plumbline.deliverOutbox(as: server, post: post) > 0, !Task.isCancelled {}
                return .goOn
            })
    }

    private var schemaWatch: Loop {
        loop("watching the schema", every: .seconds(2)) { [plumbline, watch] in
            guard try await !watch.look(at: plumbline) else { return .goOn }
            let reason = watch.overtakenBy.map { "\($0)" } ?? ""
            plumbline.log.error("the database is not this server's to work on any more", metadata: ["why": "\(reason)"])
            try? await Task.sleep(for: Self.lingering)
            return .stop
        }
    }

    private func loop(
        _ name: String, every pause: Duration, turn: @escaping @Sendable () async throws -> Loop.AfterTurn
    ) -> Loop {
        Loop(name: name, log: plumbline.log, pause: { try await Task.sleep(for: pause) }, turn: turn)
    }

    /// What has to be done once no call is in flight any more. A database that is away must not keep a server from
    /// ending, so trouble is only logged.
    func finish() async {
        do {
            try await plumbline.storeContacts()
            try await plumbline.releaseLeases(of: server)
        } catch {
            plumbline.log.warning("the server could not tidy up after itself", metadata: ["error": "\(error)"])
        }
    }
}
