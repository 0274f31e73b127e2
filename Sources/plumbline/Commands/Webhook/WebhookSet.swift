import ArgumentParser
import BudgetDomain
import BudgetOperations

struct WebhookSet: Verb {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Set the webhook, in place of any other. Its secret is shown once, here.",
        discussion: """
            Messages are signed as in Standard Webhooks, and come at least once: drop an id that was seen before. The \
            address has to be https, unless it is this machine, and is called from the server's network.
            """)

    @Argument(help: "The address that takes a POST.")
    var url: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let address = try WebhookAddress(url)
        let company = try await scope.company()
        let new = try await scope.plumbline.setWebhook(
            address, of: company.id, by: try await scope.actor(of: company))
        return Report(
            [
                "Address  \(new.webhook.url)",
                "Secret   \(new.secret)",
                .blank,
                "The secret is not shown again: the receiver checks signatures with it.",
            ],
            json: NewWebhookJSON(url: new.webhook.url, secret: new.secret))
    }
}

struct NewWebhookJSON: Encodable {
    let url: String
    let secret: String
}
