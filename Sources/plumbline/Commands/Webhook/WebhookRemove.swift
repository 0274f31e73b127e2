import ArgumentParser
import BudgetDomain
import BudgetOperations

struct WebhookRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove the webhook, with every message that waits for it.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.removeWebhook(of: company.id, by: try await scope.actor(of: company))
        let done = "Removed the webhook of \(company.name)."
        return Report([.line(done)], json: DoneJSON(done: done))
    }
}
