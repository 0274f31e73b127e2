import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a person sets the second factor up, and takes it away.
enum SecondFactorPage {
    static let route = PageRoute.signedIn(
        Site.secondFactor,
        get: { visit, signedIn in .page(try await setUpPage(on: visit, signedIn)) }, post: turnOn)
    static let offRoute = PageRoute.signedIn(
        Site.secondFactorOff, get: { visit, _ in .page(offPage(on: visit)) }, post: turnOff)

    @Sendable private static func turnOn(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        do {
            let turnedOn = try await visit.plumbline.turnOnSecondFactor(
                code: visit.form["code"] ?? "", password: visit.form["password"] ?? "", by: signedIn,
                client: visit.client)
            return .page(codesPage(turnedOn.recoveryCodes)).opening(turnedOn.session)
        } catch let refused as Refused where refused.refusals != [.secondFactorIsOn] {
            return .page(
                try await setUpPage(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    @Sendable private static func turnOff(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        do {
            let session = try await visit.plumbline.turnOffSecondFactor(
                code: visit.form["code"] ?? "", password: visit.form["password"] ?? "", by: signedIn,
                client: visit.client)
            return .seeOther(Site.account.link, flash: .secondFactorOff).opening(session)
        } catch let refused as Refused where refused.refusals != [.signInIsOver] {
            return .page(offPage(on: visit, refused: refused), refusing: refused)
        }
    }

    private static func setUpPage(
        on visit: Visit, _ signedIn: SignedInPerson, refused: Refused? = nil
    ) async throws -> Page {
        let secret = try await visit.plumbline.secondFactorSecret(of: signedIn)
        return Page(
            "Set up the second factor", isPlain: true, problem(refused),
            .card(
                "1. Add Plumbline to your authenticator app",
                .p(
                    "Point the app's camera here. On the telephone itself, open ",
                    .tag("a", [.named("href", secret.link)], "this link"), "."),
                .qrCode(secret.link, label: "The key as a QR code; it stands below as text too"),
                .p("Or choose “enter a key” in the app and type ", .code(.text(grouped(secret.text))), "."),
                .p("The key is for codes of six digits that change every 30 seconds.")),
            .card(
                "2. Show that it works",
                .form(
                    to: Site.secondFactor.link, on: visit, class: "form",
                    .field(
                        FormField(name: "code", label: "Code", kind: .code, hint: "The six digits the app shows now.")),
                    .field(FormField(name: "password", label: "Your password", kind: .currentPassword)),
                    .button("Turn it on", .main))))
    }

    private static func offPage(on visit: Visit, refused: Refused? = nil) -> Page {
        Page(
            "Turn off the second factor", isPlain: true, problem(refused),
            .form(
                to: Site.secondFactorOff.link, on: visit, class: "form card",
                .field(
                    FormField(
                        name: "code", label: "Code", kind: .code,
                        hint: "The six digits of your authenticator app, or one of your recovery codes.")),
                .field(FormField(name: "password", label: "Your password", kind: .currentPassword)),
                .button("Turn it off", .danger)), .p(.a(Site.account.link, "Back to your account")))
    }

    private static func codesPage(_ codes: [String]) -> Page {
        Page(
            "The second factor is on", isPlain: true,
            .p("Print these recovery codes, or write them down. Each signs you in once, when the telephone is gone."),
            .tag("ul", [.class("codes card")], .fragment(codes.map { .li(.code(.text($0))) })),
            .p("They are not shown again. ", .a(Site.account.link, "I have them")))
    }

    private static func problem(_ refused: Refused?) -> HTML {
        refused.map { .refusal($0.refusals, title: "Nothing was changed", meaning: "The second factor is as before.") }
            ?? .nothing
    }

    /// In fours, as people read keys aloud.
    private static func grouped(_ key: String) -> String {
        stride(from: 0, to: key.count, by: 4).map { String(key.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}
