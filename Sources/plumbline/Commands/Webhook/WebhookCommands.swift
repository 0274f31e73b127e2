import ArgumentParser

struct WebhookCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook", abstract: "The address that is told what happens to the company's exports.",
        subcommands: [WebhookSet.self, WebhookShow.self, WebhookDeliveries.self, WebhookRemove.self])
}
