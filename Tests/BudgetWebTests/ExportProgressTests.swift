import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct ExportProgressTests {
    @Test func `nothing was ever sent`() async throws {
        try await BudgetScene.run { scene in
            let page = try await scene.browser().get("/projects/1001/erp")

            #expect(page.status == 200)
            #expect(page.text.contains("Nothing of this budget was ever sent to ERP Integrations."))
            #expect(page.steps == [])
        }
    }

    @Test func `a sent budget shows whom it waits for, and looks again by itself`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.send()

            let page = try await scene.browser().get("/projects/1001/erp")

            #expect(
                page.steps == [
                    "done: Sent to ERP by Mia 2026-03-02 09:00 UTC 2 lines, 160,250.25 USD in all.",
                    "current: Acceptance It waits for an accounting approver.",
                    "ahead: Handed to the Web Connector", "ahead: Written in QuickBooks",
                    "ahead: Read back from QuickBooks",
                    "ahead: Visible in the Job Costs Report As soon as what is read back agrees.",
                ])
            #expect(page.text.contains(#"hx-trigger="every 5s""#))
            #expect(page.text.contains(#"<a href="/projects/1001/erp">Look again</a>"#))
        }
    }

    @Test func `a script is told only of news, and to stop when it is over`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            try await scene.lock()
            try await scene.send()
            let asked = "/projects/1001/erp/progress?seen=1.ready%20to%20export.0.0.0"

            let same = try await browser.get(asked, headers: ["HX-Request": "true"])
            #expect(same.status == 204 && same.bytes.isEmpty)

            scene.site.time.move(seconds: 60)
            try await scene.reject("Concrete is too low")
            let news = try await browser.get(
                asked,
                headers: ["HX-Request": "true", "HX-Current-URL": "http://localhost/projects/1001/budget#line"])
            #expect(news.status == 200)
            #expect(
                news.steps == [
                    "done: Sent to ERP by Mia 2026-03-02 09:00 UTC 2 lines, 160,250.25 USD in all.",
                    "failed: Rejected by Ben 2026-03-02 09:01 UTC “Concrete is too low”",
                ])
            #expect(!news.text.contains("hx-get"))
            #expect(!news.text.contains("<html"))
            #expect(
                news.text.contains(
                    #"<section id="budget-acts" class="acts" aria-label="What can be done with the budget" "#
                        + #"hx-swap-oob="true">"#))
            #expect(news.acts == ["Lock Budget", "(Re-send to ERP)", "(Create Budget Modification)"])
            #expect(news.text.contains(#"name="then" value="/projects/1001/budget""#))
            #expect(news.text.contains(#"<section id="budget-workflows" class="card""#))
            #expect(news.text.contains(#"<div id="budget-add-line" hx-swap-oob="true"><a class="button button-main""#))
            let elsewhere = try await browser.get(
                asked,
                headers: ["HX-Request": "true", "HX-Current-URL": "http://localhost/projects/1001/erp"])
            #expect(!elsewhere.text.contains("budget-workflows"))
            #expect(!elsewhere.text.contains("budget-add-line"))
            let whole = try await browser.get(asked + "&news=reload", headers: ["HX-Request": "true"])
            #expect(whole.status == 204 && whole.headers["hx-refresh"] == "true")
        }
    }

    @Test func `an approver without Budget follows the export on its Details`() async throws {
        try await BudgetScene.run { scene in
            _ = try await scene.plumbline.setPermissions(
                of: "ben@halvorsen.example", in: scene.company, to: Permissions(levels: [.erpIntegrations: .standard]),
                on: nil, by: .commandLine)
            try await scene.lock()
            try await scene.send()
            let browser = try await scene.browser(of: "ben")
            #expect(try await browser.get("/projects/1001/erp").status == 403)

            let page = try await browser.get("/erp/budgets/1001")
            let asked = "/projects/1001/erp/progress?news=reload&seen=1.ready%20to%20export.0.0.0"
            let following = asked.replacing("&", with: "&amp;")
            #expect(page.text.contains(#"hx-get="\#(following)" hx-trigger="every 5s" hx-swap="outerHTML""#))
            #expect(page.text.contains(#"<a href="/erp/budgets/1001">Look again</a>"#))
            let same = try await browser.get(asked, headers: ["HX-Request": "true"])
            #expect(same.status == 204 && same.headers["hx-refresh"] == nil)

            try await scene.accept()
            let news = try await browser.get(asked, headers: ["HX-Request": "true"])
            #expect(news.status == 204 && news.headers["hx-refresh"] == "true")
            let accepted = try await browser.get("/erp/budgets/1001")
            #expect(accepted.steps[1] == "done: Accepted by Ben, and queued 2026-03-02 09:00 UTC")
            #expect(accepted.text.contains(#"hx-trigger="every 4s""#))
        }
    }

    @Test func `Details that a refused form answered with are not loaded anew, nor those of what is over`()
        async throws
    {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.send()
            let browser = try await scene.browser(of: "ben")

            let refused = try await browser.submit([:], to: "/erp/budgets/1001/export-again", from: "/account/password")
            #expect(refused.status == 409)
            #expect(refused.steps.count == 6)
            #expect(!refused.text.contains("hx-get"))
            try await scene.reject("Concrete is too low")
            let over = try await browser.get("/erp/budgets/1001")
            #expect(over.steps.count == 2)
            #expect(!over.text.contains("hx-get"))
        }
    }

    @Test func `a script that is signed out loads the page anew`() async throws {
        try await BudgetScene.run { scene in
            let answer = try await Browser(scene.site).get(
                "/projects/1001/erp/progress", headers: ["HX-Request": "true"])

            #expect(answer.status == 204)
            #expect(answer.headers["hx-refresh"] == "true")
        }
    }

    @Test func `a page on which people type is not loaded anew under somebody who is signed out`() async throws {
        try await BudgetScene.run { scene in
            for asked in ["erp/progress?news=replace", "new-modification/effect?from=03-100.L"] {
                let answer = try await Browser(scene.site).get(
                    "/projects/1001/\(asked)", headers: ["HX-Request": "true"])

                #expect(answer.status == 204)
                #expect(answer.headers["hx-refresh"] == nil)
            }
        }
    }

    @Test func `an accepted budget tells how long it usually takes`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.export(
                acceptedAfter: 7_200, handedOutAfter: 60, writtenAfter: 30, seenAfter: 600)
            try await scene.modify(1_000_00)
            try await scene.send()

            let page = try await scene.browser().get("/projects/1001/erp")

            #expect(
                page.steps == [
                    "done: Sent to ERP by Mia 2026-03-02 11:11 UTC 2 lines, 0.00 USD in all.",
                    "current: Acceptance It waits for an accounting approver. This usually takes 2 hours.",
                    "ahead: Handed to the Web Connector Usually 1 minute later.",
                    "ahead: Written in QuickBooks Usually less than a minute later.",
                    "ahead: Read back from QuickBooks Usually 10 minutes later.",
                    "ahead: Visible in the Job Costs Report As soon as what is read back agrees.",
                ])
            #expect(page.text.contains("Earlier exports"))
            #expect(page.text.contains("<td>First export</td>"))
        }
    }

    @Test func `a synced budget shows every stage with its time`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.export(
                acceptedAfter: 120, handedOutAfter: 60, writtenAfter: 60, seenAfter: 600)

            let page = try await scene.browser().get("/projects/1001/erp")

            #expect(
                page.steps == [
                    "done: Sent to ERP by Mia 2026-03-02 09:00 UTC 2 lines, 160,250.25 USD in all.",
                    "done: Accepted by Ben, and queued 2026-03-02 09:02 UTC",
                    "done: Handed to the Web Connector “\(scene.userName)” 2026-03-02 09:03 UTC "
                        + #"Company file C:\Books\Halvorsen.qbw."#,
                    "done: Written in QuickBooks 2026-03-02 09:04 UTC",
                    "done: Read back from QuickBooks 2026-03-02 09:14 UTC",
                    "done: Visible in the Job Costs Report 2026-03-02 09:14 UTC "
                        + "QuickBooks holds exactly what was accepted.",
                ])
        }
    }
}

extension Browser.Answer {
    /// The steps of the timeline: state, title, time and detail.
    var steps: [String] {
        guard let list = text.firstMatch(of: /<ol class="timeline">(.*?)<\/ol>/) else { return [] }
        return list.1.matches(of: /<li class="([a-z]+)"(.*?)<\/li>/).map { match in
            let visible = match.2.replacing(/<span class="visually-hidden">.*?<\/span>/, with: "")
            let text = visible.drop { $0 != ">" }.dropFirst().replacing("<p", with: " <p")
            return "\(match.1):\(text.replacing(/<[^>]+>/, with: ""))"
        }
    }
}
