import BudgetDomain
import BudgetOperations
import Synchronization

extension SendingFixture {
    static let webhook = "https://hooks.halvorsen.example/plumbline"

    func setWebhook(_ address: String = webhook) async throws -> NewWebhook {
        try await plumbline.setWebhook(WebhookAddress(address), of: company, by: .commandLine)
    }

    func deliveries() async throws -> [WebhookDelivery] {
        try await plumbline.webhookDeliveries(of: company, limit: 100, by: .commandLine)
    }

    /// Lets a server post what is due.
    @discardableResult
    func deliver(as server: ID<RunningServer> = .one, to receiver: Receiver) async throws -> Int {
        try await plumbline.deliverOutbox(as: server, post: receiver.post)
    }

    func wait(seconds: Int64) {
        furnished.base.time.advance(seconds: seconds)
    }
}

/// The other end of a webhook: keeps what it was sent, and answers as it was told.
final class Receiver: Sendable {
    enum Behaviour: Sendable {
        case answers(Int)
        case isUnreachable
        /// Takes the message, but the server dies before it can note that.
        case takesAndKillsTheServer
    }

    struct ServerDied: Error {}

    private let state: Mutex<(behaviour: Behaviour, requests: [WebhookRequest])>

    init(_ behaviour: Behaviour = .answers(200)) {
        state = Mutex((behaviour, []))
    }

    var requests: [WebhookRequest] { state.withLock { $0.requests } }
    var ids: [String] { requests.compactMap { $0.headers["webhook-id"] } }

    func now(_ behaviour: Behaviour) {
        state.withLock { $0.behaviour = behaviour }
    }

    var post: WebhookPost {
        { request in
            let behaviour = self.state.withLock { state in
                state.requests.append(request)
                return state.behaviour
            }
            switch behaviour {
            case .answers(let status): return WebhookAnswer(status: status)
            case .isUnreachable: throw WebhookUnreachable(reason: "Nobody listens there.")
            case .takesAndKillsTheServer: throw ServerDied()
            }
        }
    }
}
