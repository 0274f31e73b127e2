import BudgetOperations
import SQLDatabase
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct PageHeadersTests {
    private static let expected = [
        "content-security-policy":
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ]

    @Test func `every page, found or not, has the headers and nothing written into it`() async throws {
        try await RunningSite.run { site in
            let (guest, ada) = (Browser(site), Browser(site))
            _ = try await ada.signIn()

            for path in PageRoutes.all.map(\.pattern) + ["/no-such-page", "/assets/none.css"] {
                for browser in [guest, ada] {
                    let answer = try await browser.get(path)
                    for (name, value) in Self.expected { #expect(answer.headers[name] == value, "\(path) \(name)") }
                    #expect(answer.headers["strict-transport-security"] == nil)
                    #expect(answer.status < 500)
                    Self.expectNothingInline(answer.text, path)
                }
            }
        }
    }

    private static func expectNothingInline(_ html: String, _ path: String) {
        #expect(!html.contains(" style=") && !html.contains("<style"), "\(path)")
        #expect(html.firstMatch(of: #/ on\w+="/#) == nil, "\(path)")
        #expect(html.firstMatch(of: #/<script(?![^>]* src="\/assets\/)/#) == nil, "\(path)")
        #expect(html.firstMatch(of: #/(src|href)="https?:/#) == nil, "\(path)")
    }

    @Test func `over https cookies are bound to the host, and the browser is told to stay there`() async throws {
        try await RunningSite.run(publicURL: "https://budget.example.com") { site in
            let browser = Browser(site)
            let answer = try await browser.signIn()

            #expect(answer.headers["strict-transport-security"] == "max-age=31536000")
            let cookies = answer.headers["set-cookie"] ?? ""
            let session = #/__Host-plumbline-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=1209600/#
            #expect(cookies.firstMatch(of: session) != nil)
            let own = try await browser.submit(
                [:], to: "/sign-out", from: "/account", headers: ["Origin": "https://budget.example.com"])
            #expect(own.location == "/sign-in")
        }
    }

    @Test func `a page answers HEAD, and says what else it answers`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            let head = try await browser.get("/sign-in", method: "HEAD")
            #expect(head.status == 200 && head.bytes == [])
            let deleted = try await browser.get("/sign-in", method: "DELETE")
            #expect(deleted.status == 405 && deleted.headers["allow"] == "GET, HEAD, POST")
            let got = try await browser.get("/sign-out")
            #expect(got.status == 405 && got.headers["allow"] == "POST")
        }
    }

    @Test func `assets are kept for ever under an address that names their content`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            #expect(
                Asset.all.map(\.name) == [
                    "tokens.css", "base.css", "components.css", "grid.css", "print.css", "icon.svg", "htmx.js",
                    "field-counter.js", "live-parts.js", "key-links.js", "tabulator.js", "budget-grid.js",
                ])
            for asset in Asset.all {
                let answer = try await browser.get(asset.link.text)
                #expect(answer.bytes == asset.bytes)
                #expect(answer.headers["cache-control"] == "public, max-age=31536000, immutable")
                #expect(answer.headers["content-type"] == asset.contentType)
                let tag = try #require(answer.headers["etag"])
                let again = try await browser.get(asset.link.text, headers: ["If-None-Match": tag])
                #expect(again.status == 304 && again.bytes == [])
            }
        }
    }

    @Test func `a failure is a page with the incident and nothing of the inside`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            try await site.plumbline.database.write(of: .schema) { tx in
                try tx.executeSchema("DROP TABLE browser_sessions")
            }

            let answer = try await browser.get("/projects")

            #expect(answer.status == 500)
            #expect(answer.text.contains("Something failed on the server"))
            #expect(answer.text.firstMatch(of: /under incident <code>[^<]+<\/code>/) != nil)
            #expect(!answer.text.contains("browser_sessions"))
        }
    }
}
