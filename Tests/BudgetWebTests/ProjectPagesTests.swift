import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct ProjectPagesTests {
    @Test func `a project says what it is worth, what waits for whom and how its budget gets into QuickBooks`()
        async throws
    {
        try await BudgetScene.run { scene in
            let page = try await scene.browser().get("/projects/1001")

            #expect(page.status == 200)
            #expect(
                page.figures == [
                    "Original budget: 160,250.25 USD", "Budget modifications: 0.00 USD",
                    "Revised budget: 160,250.25 USD",
                    "Lines: 2",
                ])
            #expect(
                page.next == [
                    "Waits for the project manager",
                    "The original amounts can be edited. Lock the budget when they are right.", "Open the budget",
                ])
            #expect(
                page.workflow("Set up and export a budget") == [
                    "done /projects/1001/budget Create the budget", "here /projects/1001/budget Lock it",
                    "ahead /projects/1001/budget Send to ERP",
                    // Whoever may not see ERP Integrations watches it there.
                    "ahead /projects/1001/erp Accept and export", "ahead /projects/1001/erp Written in QuickBooks",
                    "ahead /projects/1001/job-costs Visible in job costs",
                ])
        }
    }

    @Test func `the workflow follows the budget to the approver and back`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            try await scene.lock()
            #expect(try await browser.get("/projects/1001").place == "Send to ERP")
            try await scene.send()
            let waiting = try await browser.get("/projects/1001")
            #expect(waiting.place == "Accept and export")
            #expect(
                waiting.next == [
                    "Waits for an accounting approver", "Ben can accept or reject it.", "Watch it",
                ])
            try await scene.reject("Concrete is too low")

            let rejected = try await browser.get("/projects/1001")
            #expect(rejected.place == "Create the budget")
            #expect(
                rejected.next == [
                    "Waits for the project manager",
                    "It was rejected: “Concrete is too low” Correct it, lock it and send it again.", "Open the budget",
                ])
        }
    }

    @Test func `after the first export the other workflow begins`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.export(acceptedAfter: 60, handedOutAfter: 60, writtenAfter: 60, seenAfter: 60)
            let browser = try await scene.browser()

            let synced = try await browser.get("/projects/1001")
            #expect(synced.place == "Create a modification")
            #expect(
                synced.workflow("Set up and export a budget").map { $0.prefix { $0 != " " } }
                    == ["done", "done", "done", "done", "done", "done"])
            #expect(synced.next == ["Nothing waits", "QuickBooks holds everything that is on this budget."])
            try await scene.modify(1_000_00)
            let modified = try await browser.get("/projects/1001")
            #expect(modified.place == "Re-send to ERP")
            #expect(
                modified.next == [
                    "Ready to be sent to ERP", "The budget holds amounts that QuickBooks does not have.",
                ])
        }
    }

    @Test func `a rejected update stands at its first step with the reason, until something is changed`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.export(acceptedAfter: 60, handedOutAfter: 60, writtenAfter: 60, seenAfter: 60)
            try await scene.modify(1_000_00)
            try await scene.send()
            try await scene.reject("Concrete is too low")
            let browser = try await scene.browser()

            let rejected = try await browser.get("/projects/1001")
            #expect(rejected.place == "Create a modification")
            #expect(rejected.noteHere == Self.reason)
            #expect(rejected.next == ["Waits for the project manager", Self.unchanged, "Open the budget"])
            try await scene.modify(500_00)
            let changed = try await browser.get("/projects/1001")
            #expect(changed.place == "Re-send to ERP")
            #expect(changed.next.first == "Ready to be sent to ERP")
            #expect(!changed.text.contains(Self.reason))
        }
    }

    @Test func `a rejected first export that is locked again as it was stands at the first step too`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.send()
            try await scene.reject("Concrete is too low")
            let browser = try await scene.browser()
            #expect(try await browser.get("/projects/1001").noteHere == Self.reason)

            try await scene.lock()
            let locked = try await browser.get("/projects/1001")
            #expect(locked.place == "Create the budget")
            #expect(locked.noteHere == Self.reason)
            #expect(locked.next == ["Waits for the project manager", Self.unchanged, "Open the budget"])
            try await scene.modify(1_000_00)
            #expect(try await browser.get("/projects/1001").place == "Send to ERP")
        }
    }

    @Test(arguments: [(1, "1 place"), (2, "2 places")])
    func `the last step counts what QuickBooks differs in`(count: Int, words: String) throws {
        let mismatch = Mismatch(
            reference: EstimateReference(txnID: "T-1", editSequence: "1"),
            differences: Array(repeating: EstimateDifference.estimateMissing(deletedAt: nil), count: count))
        let budget = Budget(
            id: ID("b"), company: ID("c"), project: ID("p"), currency: .usd, lock: .locked(by: ID("m"), at: .earliest))
        let export = Export(
            id: ID("e"), budget: ID("b"), number: 1, kind: .original, sentBy: ID("m"), sentAt: .earliest,
            state: .mismatched(mismatch))
        let standing = BudgetStanding(budget: budget, exports: [export])
        let view = BudgetView(
            project: Project(id: ID("p"), company: ID("c"), number: "1001", name: "Clinic"),
            viewer: Person(
                id: ID("m"), company: ID("c"), name: "Mia", email: "mia@halvorsen.example", permissions: Permissions()),
            standing: standing, amounts: [], totals: try budget.totals(), erpStatus: .exporting,
            restrictions: standing.restrictions, costTypeNames: [:])

        #expect(
            BudgetWorkflows(view: view).setUp.last?.note == "QuickBooks differs in \(words): an approver decides.")
    }

    private static let reason = "Rejected: “Concrete is too low” Correct it, then send it again."
    private static let unchanged =
        "It was rejected: “Concrete is too low” Nothing was changed since. Correct it with a modification, or unlock "
        + "it and edit the original amounts; then send it again."

    @Test func `projects are found by their words and by where they stand`() async throws {
        try await BudgetScene.run { scene in
            for number in 1_002...1_060 {
                _ = try await scene.plumbline.addProject(
                    to: scene.company, number: "\(number)", name: "House \(number)", isERPIntegrated: true,
                    by: .commandLine)
            }
            try await scene.lock()
            try await scene.send()
            let browser = try await scene.browser()

            let all = try await browser.get("/projects")
            #expect(all.rows.count == 50)
            #expect(
                all.tabs == [
                    "All 60", "Not in ERP 59", "Ready to Export 1", "Exporting 0", "Failed to Export 0", "Rejected 0",
                    "Invalid 0", "Synced 0",
                ])
            let second = try await browser.get("/projects?filter=all&page=2")
            #expect(second.rows.map(\.[0]) == (1_051...1_060).map(String.init))
            let ready = try await browser.get("/projects?filter=ready")
            #expect(
                ready.rows == [
                    [
                        "1001", "Harbour &lt;Street&gt; &amp; Clinic", "Ready to Export", "Locked", "2", "160,250.25",
                        "160,250.25",
                    ]
                ])
            let found = try await browser.get("/projects?q=house%201042")
            #expect(found.rows.map(\.[0]) == ["1042"])
        }
    }

    @Test func `a project is added, and a number that is taken is said`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser(of: "ada")

            let added = try await browser.submit(
                ["number": " 2001 ", "name": "Mill Lane", "accounting": "no"], to: "/new-project")
            #expect(added.location == "/projects/2001")
            let project = try #require(
                try await scene.plumbline.projects(of: scene.company).first { $0.project.number == "2001" })
            #expect(project.project.name == "Mill Lane" && !project.project.isERPIntegrated)
            #expect(
                try await browser.get("/projects/2001").flash == "The project is there, with an empty budget.")

            let again = try await browser.submit(["number": "2001", "name": "Mill Lane 2"], to: "/new-project")
            #expect(again.status == 409)
            #expect(again.refusals == ["There is a project “2001” already."])
            #expect(again.text.contains(#"value="Mill Lane 2""#))
        }
    }

    @Test func `whoever may not add projects is told why on the list`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser(of: "vic")

            let list = try await browser.get("/projects")
            #expect(
                list.text.contains("Vic may not manage people, projects and cost codes: that needs Directory Admin."))
            #expect(try await browser.get("/new-project").status == 403)
            #expect(try await browser.get("/projects/9999").status == 404)
        }
    }
}

extension Browser.Answer {
    /// The figures that sum the page up.
    fileprivate var figures: [String] {
        guard let list = text.firstMatch(of: /<dl class="figures".*?<\/dl>/) else { return [] }
        return list.0.matches(of: /<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/).map {
            "\($0.1): \($0.2.replacing(/<[^>]+>/, with: ""))"
        }
    }

    /// What waits for whom: title, sentence and link.
    fileprivate var next: [String] {
        guard let notice = text.firstMatch(of: /role="note"><h2>(.*?)<\/h2>(.*?)<\/div>/) else { return [] }
        return [String(notice.1)]
            + notice.2.matches(of: /<p>(.*?)<\/p>/).map { String($0.1.replacing(/<[^>]+>/, with: "")) }
    }

    /// The steps of a workflow: state, address and title.
    fileprivate func workflow(_ title: String) -> [String] {
        guard let start = text.firstRange(of: #"aria-label="\#(title)""#) else { return [] }
        let rest = text[start.upperBound...]
        let list = rest[..<(rest.firstRange(of: "</ol>")?.lowerBound ?? rest.endIndex)]
        return list.matches(of: /<li class="([a-z]+)".*?href="([^"]+)">([^<]+)</).map { "\($0.1) \($0.2) \($0.3)" }
    }

    /// Where the budget stands in the workflow that is open.
    fileprivate var place: String? {
        text.firstMatch(of: /<li class="here".*?href="[^"]+">([^<]+)</).map { String($0.1) }
    }

    /// What the step says where the budget stands.
    fileprivate var noteHere: String? {
        text.firstMatch(of: /<li class="here".*?<\/li>/)?.0.firstMatch(of: /<span class="flow-note">([^<]+)</)
            .map { String($0.1) }
    }

    /// The filters of the list with their counts.
    fileprivate var tabs: [String] {
        guard let nav = text.firstMatch(of: /<nav class="tabs".*?<\/nav>/) else { return [] }
        return nav.0.matches(of: /<a[^>]*>(.*?)<\/a>/).map { String($0.1.replacing(/<[^>]+>/, with: "")) }
    }
}
