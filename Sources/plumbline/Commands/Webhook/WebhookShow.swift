import ArgumentParser
import BudgetDomain
import BudgetOperations

struct WebhookShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the webhook's address. Its secret is shown only when it is set.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let webhook = try await scope.plumbline.webhook(of: company.id)
        return Report(
            [
                "Address  \(webhook.url)",
                "Set      \(webhook.setAt.toTheMinute)",
            ], json: WebhookJSON(url: webhook.url, setAt: webhook.setAt.iso))
    }
}

struct WebhookJSON: Encodable {
    let url: String
    let setAt: String
}
