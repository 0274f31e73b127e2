import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import Testing

@testable import BudgetWeb

/// What the Jobs tab shows of jobs that were renamed in QuickBooks, and of those that nobody wants.
@Suite(.timeLimit(.minutes(10))) struct JobUpdatePagesTests {
    private static let clinic = "Harbour Health:Harbour <Street> & Clinic"

    /// Project 1001 is linked with its job.
    private static func linkedOffice(_ site: RunningSite, _ browser: Browser) async throws -> Office {
        let office = try await Office(site)
        _ = try await browser.signIn("ben")
        _ = try await browser.submit(["way": "export", "customer": "Harbour Health"], to: "/erp/jobs/1001")
        await office.poll()
        return office
    }

    private static func rename(_ job: String, to name: String, in office: Office) async throws {
        try office.books.renameCustomer(job, to: name)
        try await office.plumbline.requestJobCosts(in: office.company, by: office.approver.id)
        await office.poll()
    }

    @Test func `a project takes the name that its job got in QuickBooks, as it was seen`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            let office = try await Self.linkedOffice(site, browser)
            try await Self.rename(Self.clinic, to: "Clinic North", in: office)

            let list = try await browser.get("/erp/jobs?filter=update").shown
            #expect(
                list.rows == [
                    [
                        "1001", "Harbour <Street> & Clinic", "Harbour <Street> & Clinic", "Clinic North", "Open 1001",
                    ]
                ])
            #expect(
                list.tabs == [
                    "Jobs", "Standard Cost Codes", "Budget", "Job Costs", "Connections", "Log", "Ready to Import 0",
                    "Ready to Export 0", "Ready to Update 1", "Requested 0", "Failed to Export 0", "Synced 0",
                    "Archived 0", "Needs attention 0", "Not integrated 0",
                ])
            let page = try await browser.get("/erp/jobs/1001")
            #expect(page.text.contains("QuickBooks calls the job Clinic North now; it was Harbour "))
            #expect(page.shown.buttons == ["Give the project this name", "Keep the project's name"])
            #expect(page.shown.hidden("seen") == "Clinic North")

            try await Self.rename("Harbour Health:Clinic North", to: "Clinic South", in: office)
            let stale = try await browser.submit(["way": "take-name", "seen": "Clinic North"], to: "/erp/jobs/1001")
            #expect(stale.status == 409)
            #expect(
                stale.refusals == [
                    "The job of project 1001 got another name since you looked: QuickBooks calls it “Clinic South” now."
                ])
            #expect(stale.shown.hidden("seen") == "Clinic South")
            let taken = try await browser.submit(["way": "take-name", "seen": "Clinic South"], to: "/erp/jobs/1001")
            #expect(taken.location == "/erp/jobs/1001")
            #expect(
                try await browser.get("/erp/jobs?filter=synced").shown.rows == [
                    ["1001", "Clinic South", "Synced", "Harbour Health:Clinic South", "Open 1001"]
                ])
            #expect(try await browser.get("/erp/jobs/1001").shown.buttons == [])
        }
    }

    @Test func `a project keeps its name, and what keeps exports back comes before it`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            let office = try await Self.linkedOffice(site, browser)
            try office.books.setCustomer(Self.clinic, isActive: false)
            try await Self.rename(Self.clinic, to: "Clinic North", in: office)

            #expect(try await browser.get("/erp/jobs?filter=update").shown.rows == [])
            #expect(
                try await browser.get("/erp/jobs?filter=attention").shown.rows.map { [$0[0], $0[2]] } == [
                    ["1001", "Needs attention"]
                ])
            let onlooker = Browser(site)
            _ = try await onlooker.signIn()
            #expect(try await onlooker.get("/erp/jobs/1001").shown.buttons == [])
            #expect(try await onlooker.get("/erp/jobs/1001").shown.reasons.count == 2)
            let refused = try await onlooker.submit(
                ["way": "keep-name", "seen": "Clinic North"], to: "/erp/jobs/1001", from: "/account/password")
            #expect(refused.status == 403)

            let kept = try await browser.submit(["way": "keep-name", "seen": "Clinic North"], to: "/erp/jobs/1001")
            #expect(kept.location == "/erp/jobs/1001")
            #expect(try await browser.get("/erp/jobs/1001").shown.buttons == [])
            #expect(
                try await browser.get("/erp/jobs?filter=attention").shown.rows.map { [$0[1], $0[3]] } == [
                    ["Harbour <Street> & Clinic", "Harbour Health:Clinic North"]
                ])
        }
    }

    @Test func `a job is archived, and brought back`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let mill = try office.books.addCustomer("Harbour Health:Old Mill")
            let browser = try await office.approversBrowser()
            _ = try await browser.submit([:], to: "/erp/jobs", from: "/erp/jobs?filter=import")
            await office.poll()
            let onlooker = Browser(site)
            _ = try await onlooker.signIn()
            #expect(try await onlooker.get("/erp/listed-jobs/\(mill)").shown.reasons.count == 3)
            let refused = try await onlooker.submit(
                ["way": "archive"], to: "/erp/listed-jobs/\(mill)", from: "/account/password")
            #expect(refused.status == 403)

            let archived = try await browser.submit(["way": "archive"], to: "/erp/listed-jobs/\(mill)")
            #expect(archived.location == "/erp/jobs?filter=import")
            #expect(try await browser.get("/erp/jobs?filter=import").shown.rows == [])
            #expect(
                try await browser.get("/erp/jobs?filter=archived").shown.rows.map { [$0[0], $0[1], $0[2], $0[4]] } == [
                    ["Harbour Health:Old Mill", "Job", "Ben", "Open Harbour Health:Old Mill"]
                ])
            let page = try await browser.get("/erp/listed-jobs/\(mill)").shown
            #expect(page.buttons == ["Bring back"] && page.fact("Archived by") == "Ben")
            #expect(page.fact("Its name then") == nil)
            // Whoever types a link still gets it.
            #expect(
                try await browser.get("/erp/jobs/1001").text.contains("<option value=\"Harbour Health:Old Mill\">"))

            let restored = try await browser.submit(["way": "restore"], to: "/erp/listed-jobs/\(mill)")
            #expect(restored.location == "/erp/listed-jobs/\(mill)")
            #expect(
                try await browser.get("/erp/listed-jobs/\(mill)").shown.buttons == ["Add", "Link", "Archive"])
        }
    }
}
