import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct ThrottleTests {
    @Test(arguments: Storage.available)
    func `after five wrong passwords from one place the sixth attempt waits, twice as long each time`(
        storage: Storage
    ) async throws {
        let fixture = try await SignInFixture(storage)
        await fixture.fail(5)

        await #expect(throws: Refused(.signInMustWait(seconds: 1))) { try await fixture.signIn() }
        fixture.time.advance(seconds: 1)
        await #expect(throws: Refused(.signInFailed)) {
            try await fixture.signIn("mia@halvorsen.example", "not the password")
        }
        await #expect(throws: Refused(.signInMustWait(seconds: 2))) { try await fixture.signIn() }
        fixture.time.advance(seconds: 2)
        _ = try await fixture.session()
        await fixture.fail(4)
        _ = try await fixture.session()
    }

    @Test func `an attempt that came too early does not make the wait longer`() async throws {
        let fixture = try await SignInFixture(.memory)
        await fixture.fail(50)

        fixture.time.advance(seconds: 1)

        _ = try await fixture.session()
    }

    @Test func `one place that tries many addresses waits too`() async throws {
        let fixture = try await SignInFixture(.memory)
        for number in 0..<30 { _ = try? await fixture.signIn("person\(number)@halvorsen.example", "x") }

        await #expect(throws: Refused(.signInMustWait(seconds: 1))) { try await fixture.signIn() }
    }

    @Test(arguments: Storage.available)
    func `strangers at many places keep nobody out whose browser is known`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let device = try await fixture.session().device
        for number in 0..<110 {
            let stranger = SignInClient(address: "203.0.113.\(number)", userAgent: "", device: nil)
            await fixture.fail(1, from: stranger)
        }

        await #expect(throws: Refused.self) { try await fixture.session(from: SignInFixture.elsewhere) }
        let known = SignInClient(address: "203.0.113.1", userAgent: "", device: device)
        _ = try await fixture.session(from: known)
    }

    @Test func `a known browser is known for its own person alone`() async throws {
        let fixture = try await SignInFixture(.memory)
        try await fixture.setPassword(of: "vic@halvorsen.example")
        let device = try await fixture.session().device
        let known = SignInClient(address: "192.0.2.10", userAgent: "", device: device)
        for _ in 0..<5 { _ = try? await fixture.signIn("vic@halvorsen.example", "not the password", from: known) }

        await #expect(throws: Refused(.signInMustWait(seconds: 1))) {
            try await fixture.signIn("vic@halvorsen.example", from: known)
        }
    }

    @Test func `attempts are forgotten after a day`() async throws {
        let fixture = try await SignInFixture(.memory)
        for _ in 0..<14 {
            fixture.time.advance(seconds: 900)
            await fixture.fail(1)
        }
        await #expect(throws: Refused(.signInMustWait(seconds: 512))) { try await fixture.signIn() }

        fixture.time.advance(seconds: 24 * 3_600)

        await fixture.fail(4)
        _ = try await fixture.session()
    }

    @Test func `many wrong attempts at the same moment are all counted`() async throws {
        let fixture = try await SignInFixture(.memory)

        let tried = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        _ = try await fixture.signIn("mia@halvorsen.example", "not the password")
                    } catch let refused as Refused {
                        return refused == Refused(.signInFailed)
                    } catch {}
                    return false
                }
            }
            return await group.reduce(into: 0) { count, wasTried in count += wasTried ? 1 : 0 }
        }

        #expect(tried == 5)
    }
}
