import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct DeliveryTests {
    @Test(arguments: Storage.available)
    func `a message is posted once, signed, and is delivered then`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        let secret = try await fixture.setWebhook().secret
        try await fixture.send()
        let receiver = Receiver(.answers(204))
        fixture.wait(seconds: 1)

        #expect(try await fixture.deliver(to: receiver) == 1)
        #expect(try await fixture.deliver(as: .other, to: receiver) == 0)

        let request = try #require(receiver.requests.first)
        #expect(receiver.requests.count == 1)
        #expect(request.url == "https://hooks.halvorsen.example/plumbline")
        #expect(secret == "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAT")
        // Worked out with another library over the id, the timestamp and the body.
        #expect(
            request.headers == [
                "content-type": "application/json", "webhook-id": "msg_b187d33810d4f36a61f3e4ddaaaf2200",
                "webhook-timestamp": "1772442001",
                "webhook-signature": "v1,UANx9i4vPXxehWVST/FAkMBQV58hhpUaUMhn5Z/zffQ=",
            ])
        let delivery = try #require(try await fixture.deliveries().first)
        #expect(delivery.attempts == 1 && delivery.lastProblem == nil)
        #expect(delivery.standing == .delivered(at: Fixture.start.adding(seconds: 1)))
    }

    @Test(arguments: Storage.available)
    func `of servers that look at once one posts a message`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let receiver = Receiver()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask { try await fixture.deliver(as: ID("server \(number)"), to: receiver) }
            }
            try await group.waitForAll()
        }

        #expect(receiver.requests.count == 1)
    }

    @Test(arguments: Storage.available)
    func `a message whose server died after the post comes again under its id`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let receiver = Receiver(.takesAndKillsTheServer)
        await #expect(throws: Receiver.ServerDied.self) { try await fixture.deliver(as: .one, to: receiver) }
        receiver.now(.answers(200))

        fixture.wait(seconds: 119)
        #expect(try await fixture.deliver(as: .other, to: receiver) == 0)
        #expect(
            try await fixture.deliveries().map(\.standing) == [.claimed(until: Fixture.start.adding(seconds: 120))])
        fixture.wait(seconds: 1)
        #expect(try await fixture.deliver(as: .other, to: receiver) == 1)

        #expect(receiver.ids.count == 2 && Set(receiver.ids).count == 1)
        #expect(
            try await fixture.deliveries().map(\.standing) == [.delivered(at: Fixture.start.adding(seconds: 120))])
    }

    @Test(arguments: Storage.available)
    func `a late failure does not take a message from the server that has it now`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let inner = Receiver(.takesAndKillsTheServer)

        let tried = try await fixture.plumbline.deliverOutbox(as: .one) { _ in
            fixture.wait(seconds: 120)
            await #expect(throws: Receiver.ServerDied.self) { try await fixture.deliver(as: .other, to: inner) }
            return WebhookAnswer(status: 500)
        }

        #expect(tried == 1)
        let delivery = try #require(try await fixture.deliveries().first)
        #expect(delivery.standing == .claimed(until: Fixture.start.adding(seconds: 240)))
        #expect(delivery.attempts == 2 && delivery.lastProblem == nil)
    }

    @Test(arguments: Storage.available)
    func `a message that is not taken waits longer each time and is given up`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let receiver = Receiver(.answers(500))
        var pauses: [Int64] = []

        for _ in 1...9 {
            #expect(try await fixture.deliver(to: receiver) == 1)
            #expect(try await fixture.deliver(to: receiver) == 0)
            let delivery = try #require(try await fixture.deliveries().first)
            #expect(delivery.lastProblem == "It answered with status 500.")
            guard case .waits(let until) = delivery.standing else { break }
            pauses.append(until.seconds(since: fixture.furnished.base.time.now))
            fixture.wait(seconds: pauses.last.map { $0 + 1 } ?? 0)
        }
        receiver.now(.isUnreachable)
        #expect(try await fixture.deliver(to: receiver) == 1)

        // Each up to a quarter longer than its pause, by the bytes that the fixture counts up.
        #expect(pauses == [5, 30, 123, 616, 1_852, 7_416, 18_558, 36_000, 86_486])
        let delivery = try #require(try await fixture.deliveries().first)
        #expect(delivery.standing == .givenUp)
        #expect(delivery.attempts == 10 && delivery.lastProblem == "Nobody listens there.")
        fixture.wait(seconds: 10 * 24 * 60 * 60)
        #expect(try await fixture.deliver(to: receiver) == 0)
        #expect(receiver.requests.count == 10)
    }

    @Test(arguments: Storage.available)
    func `a message on which servers die is given up too`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        try await fixture.send()
        let receiver = Receiver(.takesAndKillsTheServer)

        for _ in 1...12 {
            _ = try? await fixture.deliver(to: receiver)
            fixture.wait(seconds: 120)
        }

        #expect(receiver.requests.count == 10)
        #expect(try await fixture.deliveries().map(\.standing) == [.givenUp])
    }

    @Test(arguments: Storage.available)
    func `one company's messages do not crowd out the others'`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        _ = try await fixture.setWebhook()
        for _ in 1...3 {
            try await fixture.send()
            try await fixture.reject("Again")
            fixture.wait(seconds: 1)
            try await fixture.furnished.lock()
        }
        #expect(try await fixture.deliveries().count == 6)
        let receiver = Receiver()

        #expect(try await fixture.deliver(to: receiver) == 4)
        #expect(try await fixture.deliver(to: receiver) == 2)

        #expect(Set(receiver.ids).count == 6)
    }
}
