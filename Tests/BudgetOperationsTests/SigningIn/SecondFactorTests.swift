import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

@Suite struct SecondFactorTests {
    /// RFC 6238, Appendix B: SHA-1, the last six of its eight digits.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func `codes are those of the standard`(second: Int64, code: String) {
        #expect(TimeCode.code(secret: Array("12345678901234567890".utf8), step: TimeCode.step(at: second)) == code)
    }

    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ])
    func `base 32 is that of the standard, both ways`(plain: String, coded: String) {
        #expect(Base32.text(of: Array(plain.utf8)) == coded)
        #expect(Base32.bytes(of: coded) == Array(plain.utf8))
        #expect(Base32.bytes(of: "m1") == nil)
    }

    @Test(arguments: Storage.available)
    func `with a second factor the password alone leads nowhere, and a code works once`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let (session, secret, _) = try await fixture.turnOn()
        #expect(try await fixture.plumbline.secondFactor(of: try await fixture.person(session)).isOn)
        fixture.time.advance(seconds: 30)

        guard case .goesOn(let step) = try await fixture.signIn() else {
            Issue.record("signed in without a code")
            return
        }
        await #expect(throws: Refused(.codeIsWrong)) { try await fixture.finish(step, code: "000000") }
        let code = fixture.code(secret)
        let signedIn = try await fixture.finish(step, code: code)
        #expect(try await fixture.person(signedIn).person == fixture.firm.manager)

        guard case .goesOn(let second) = try await fixture.signIn() else { return }
        await #expect(throws: Refused(.codeIsWrong)) { try await fixture.finish(second, code: code) }
    }

    @Test(arguments: Storage.available)
    func `a recovery code signs in once, as typed from paper`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let (_, _, codes) = try await fixture.turnOn()
        #expect(codes.count == 10 && Set(codes).count == 10)

        guard case .goesOn(let step) = try await fixture.signIn() else { return }
        let session = try await fixture.finish(step, code: codes[3].lowercased().replacing("-", with: " "))
        #expect(try await fixture.plumbline.secondFactor(of: try await fixture.person(session)).recoveryCodesLeft == 9)
        guard case .goesOn(let again) = try await fixture.signIn() else { return }
        await #expect(throws: Refused(.codeIsWrong)) { try await fixture.finish(again, code: codes[3]) }
    }

    @Test func `the step is over after ten minutes`() async throws {
        let fixture = try await SignInFixture(.memory)
        let (_, secret, _) = try await fixture.turnOn()
        guard case .goesOn(let step) = try await fixture.signIn() else { return }

        fixture.time.advance(seconds: 600)

        await #expect(throws: Refused(.signInIsOver)) { try await fixture.finish(step, code: fixture.code(secret)) }
    }

    @Test func `guessing codes is slowed down`() async throws {
        let fixture = try await SignInFixture(.memory)
        let (_, secret, _) = try await fixture.turnOn()
        fixture.time.advance(seconds: 30)
        guard case .goesOn(let step) = try await fixture.signIn() else { return }
        for _ in 0..<8 { _ = try? await fixture.finish(step, code: "000000") }

        await #expect(throws: Refused(.signInMustWait(seconds: 1))) {
            try await fixture.finish(step, code: fixture.code(secret))
        }
    }

    @Test(arguments: Storage.available)
    func `it is turned off with password and code, never with a session alone`(storage: Storage) async throws {
        let fixture = try await SignInFixture(storage)
        let (session, secret, _) = try await fixture.turnOn()
        let me = try await fixture.person(session)
        fixture.time.advance(seconds: 30)

        await #expect(throws: Refused(.passwordIsWrong)) {
            try await fixture.plumbline.turnOffSecondFactor(
                code: fixture.code(secret), password: "no", by: me, client: SignInFixture.office)
        }
        await #expect(throws: Refused(.codeIsWrong)) {
            try await fixture.plumbline.turnOffSecondFactor(
                code: "", password: SignInFixture.password, by: me, client: SignInFixture.office)
        }
        _ = try await fixture.plumbline.turnOffSecondFactor(
            code: fixture.code(secret), password: SignInFixture.password, by: me, client: SignInFixture.office)
        #expect(try await fixture.firm.lastAudit()?.act == .secondFactorTurnedOff)
        _ = try await fixture.session()
    }

    @Test func `whoever lost everything is let in again by the command line`() async throws {
        let fixture = try await SignInFixture(.memory)
        let (session, _, _) = try await fixture.turnOn()

        try await fixture.plumbline.removeSecondFactor(
            of: "mia@halvorsen.example", in: fixture.firm.company.id, by: .commandLine)

        #expect(try await fixture.plumbline.signedInPerson(secret: session.secret) == nil)
        _ = try await fixture.session()
    }
}

extension SignInFixture {
    func turnOn() async throws -> (session: NewBrowserSession, secret: String, codes: [String]) {
        let me = try await person(try await session())
        let secret = try await plumbline.secondFactorSecret(of: me)
        let turnedOn = try await plumbline.turnOnSecondFactor(
            code: code(secret.text), password: SignInFixture.password, by: me, client: SignInFixture.office)
        return (turnedOn.session, secret.text, turnedOn.recoveryCodes)
    }

    /// What the authenticator app shows now.
    func code(_ secret: String) -> String {
        TimeCode.code(
            secret: Base32.bytes(of: secret) ?? [], step: TimeCode.step(at: time.now.microsecondsSince1970 / 1_000_000))
    }

    func finish(_ step: String, code: String) async throws -> NewBrowserSession {
        try await plumbline.finishSignIn(step: step, in: firm.company.id, code: code, client: SignInFixture.office)
    }
}
