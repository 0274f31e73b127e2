import ArgumentParser
import BudgetDomain
import BudgetOperations

struct WebhookDeliveries: Verb {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "List the newest messages to the webhook, and what became of them.")

    @Option(help: "How many at most.")
    var limit = 50

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (1...Plumbline.mostWebhookDeliveries).contains(limit) else {
            throw ValidationError("--limit is from 1 to \(Plumbline.mostWebhookDeliveries).")
        }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let deliveries = try await scope.plumbline.webhookDeliveries(
            of: company.id, limit: limit, by: try await scope.actor(of: company))
        return Self.report(of: deliveries)
    }

    static func report(of deliveries: [WebhookDelivery]) -> Report {
        let table = Table(
            [.text("Time"), .text("State"), .figure("Attempts"), .prose("Message"), .prose("Last problem")],
            rows: deliveries.map { each in
                [
                    each.createdAt.toTheMinute, each.standing.words, "\(each.attempts)", each.sentence,
                    each.lastProblem ?? "",
                ]
            })
        return Report(
            deliveries.isEmpty ? ["Nothing was sent yet."] : [.table(table)],
            json: deliveries.map(WebhookDeliveryJSON.init))
    }
}

extension WebhookDelivery.Standing {
    var words: String {
        switch self {
        case .waits: "waits"
        case .claimed: "being posted"
        case .delivered: "delivered"
        case .givenUp: "given up"
        }
    }

    /// When it is tried next, or was delivered.
    var at: Instant? {
        switch self {
        case .waits(let instant), .claimed(let instant), .delivered(let instant): instant
        case .givenUp: nil
        }
    }
}

struct WebhookDeliveryJSON: Encodable {
    let id: String
    let type: String
    let sentence: String
    let createdAt: String
    let attempts: Int
    let state: String
    let stateAt: String?
    let lastProblem: String?
}

extension WebhookDeliveryJSON {
    init(_ delivery: WebhookDelivery) {
        self.init(
            id: delivery.id, type: delivery.topic, sentence: delivery.sentence, createdAt: delivery.createdAt.iso,
            attempts: delivery.attempts, state: delivery.standing.words, stateAt: delivery.standing.at?.iso,
            lastProblem: delivery.lastProblem)
    }
}
