import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct WebhookTests {
    @Test(arguments: Storage.available)
    func `a company has one webhook, whose secret is shown once`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        await #expect(throws: Refused(.noWebhook)) { try await fixture.plumbline.webhook(of: fixture.company) }
        await #expect(throws: Refused(.noWebhook)) { try await fixture.deliveries() }

        let first = try await fixture.setWebhook()
        let entry = try await fixture.furnished.lastAudit()
        let second = try await fixture.setWebhook("http://127.0.0.1:9000/hook")

        #expect(first.webhook.url == SendingFixture.webhook && first.webhook.setAt == Fixture.start)
        #expect(first.secret.hasPrefix("whsec_") && first.secret.count == 38 && first.secret != second.secret)
        #expect(try await fixture.plumbline.webhook(of: fixture.company).url == "http://127.0.0.1:9000/hook")
        #expect(entry?.act == .webhookSet && entry?.actor == .commandLine)
        #expect(entry?.details == "address: https://hooks.halvorsen.example/plumbline")
    }

    @Test(arguments: Storage.available)
    func `what waits goes to the new address, and a removed webhook takes it along`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let receiver = Receiver()

        _ = try await fixture.setWebhook("http://localhost/hook")
        try await fixture.deliver(to: receiver)
        #expect(receiver.requests.map(\.url) == ["http://localhost/hook"])
        try await fixture.retrieve()
        try await fixture.send()
        try await fixture.plumbline.removeWebhook(of: fixture.company, by: .commandLine)

        #expect(try await fixture.deliver(to: receiver) == 0)
        #expect(try await fixture.furnished.lastAudit()?.act == .webhookRemoved)
        await #expect(throws: Refused(.noWebhook)) {
            try await fixture.plumbline.removeWebhook(of: fixture.company, by: .commandLine)
        }
    }

    @Test(arguments: Storage.available)
    func `only who configures ERP Integrations may set it`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let manager = fixture.furnished.actor(fixture.furnished.manager)

        await #expect(throws: Refused.self) {
            try await fixture.plumbline.setWebhook(
                WebhookAddress("https://x.example"), of: fixture.company, by: manager)
        }
        await #expect(throws: Refused(.noWebhook)) { try await fixture.plumbline.webhook(of: fixture.company) }
    }

    @Test(arguments: [
        "https://hooks.example", "https://hooks.example:8443/a/b?c=d", "HTTPS://HOOKS.EXAMPLE/", "http://localhost:9/x",
        "http://127.0.0.1/", "http://127.1.2.3:80", "http://[::1]:9000/hook",
    ])
    func `an address that can be posted to is taken`(address: String) throws {
        #expect(try WebhookAddress(address).text == address)
    }

    @Test(arguments: [
        ("http://hooks.example/", "has to be https, unless it is this machine"),
        ("http://127.0.0.1.evil.example/", "has to be https, unless it is this machine"),
        ("http://127.0.0/", "has to be https, unless it is this machine"),
        ("http://localhost.evil.example/", "has to be https, unless it is this machine"),
        ("ftp://hooks.example/", "is no http or https address"),
        ("file:///etc/passwd", "is no http or https address"),
        ("hooks.example", "is no http or https address"),
        ("", "is no http or https address"),
        ("https://hooks.example/a b", "is no http or https address"),
        ("https://hooks.example/\u{E4}", "is no http or https address"),
        ("https://hooks.example/\r\nX-Evil: 1", "is no http or https address"),
        ("https://", "names no host"),
        ("https:///path", "names no host"),
        ("https://hooks.example:0/", "has a port that does not exist"),
        ("https://user:word@hooks.example/", "carries a user name or a password"),
        ("https://hooks.example/#part", "has a fragment, which is never sent"),
    ])
    func `any other address is refused`(address: String, problem: String) {
        #expect(throws: Refused(.webhookAddressIsUnfit(address: address, problem: problem))) {
            try WebhookAddress(address)
        }
    }

    @Test func `an address has a limit`() {
        let long = "https://hooks.example/" + String(repeating: "a", count: 2_048)
        #expect(throws: Refused.self) { try WebhookAddress(long) }
    }
}
