import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct ListPagesTests {
    @Test func `a project is exported as a job under the customer that was chosen`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let browser = try await office.approversBrowser()
            #expect(
                try await browser.get("/erp/jobs").shown.rows == [
                    ["1001", "Harbour <Street> & Clinic", "Ready to Export", "–", "Open 1001"]
                ])

            let empty = try await browser.submit(["way": "export", "customer": ""], to: "/erp/jobs/1001")
            #expect(empty.status == 422)
            let asked = try await browser.submit(["way": "export", "customer": "Harbour Health"], to: "/erp/jobs/1001")
            #expect(asked.location == "/erp/jobs/1001")
            #expect(
                try await browser.get("/erp/jobs?filter=requested").shown.rows.map { $0[3] } == [
                    "a new job under Harbour Health, at the next call"
                ])
            await office.poll()

            #expect(office.books.customerNames == ["Harbour Health", "Harbour Health:Harbour <Street> & Clinic"])
            #expect(
                try await browser.get("/erp/jobs?filter=synced").shown.rows.map { $0[3] } == [
                    "Harbour Health:Harbour <Street> & Clinic"
                ])
        }
    }

    @Test func `names of jobs are counted where they are typed, and their hints say the limit`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let browser = try await office.approversBrowser()

            for page in ["/new-project", "/projects/1001/name"] {
                let form = try await browser.get(page).text
                let name = #"id="field-name" name="name" required="" aria-describedby="field-name-hint""#
                #expect(form.contains(name + #" data-longest="41" type="text""#), "\(page)")
                #expect(form.contains("at most 41 characters and no colon."), "\(page)")
            }
            let job = try await browser.get("/erp/jobs/1001").text
            for field in ["customer", "job"] {
                #expect(job.contains(#"aria-describedby="field-\#(field)-hint" data-longest="41" data-levels="""#))
            }
            #expect(job.ranges(of: "of at most 41 characters.").count == 2)
        }
    }

    @Test func `a project is linked to a job that is there, and told when there is none`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let browser = try await office.approversBrowser()

            _ = try await browser.submit(["way": "link", "job": "Harbour Health:Old"], to: "/erp/jobs/1001")
            await office.poll()
            let failed = try await browser.get("/erp/jobs?filter=failed")
            #expect(failed.shown.rows.map { $0[2] } == ["Failed to Export"])
            #expect(try await browser.get("/erp/jobs/1001").text.contains("Why it failed"))

            _ = try await browser.submit(["way": "link", "job": "Harbour Health"], to: "/erp/jobs/1001")
            await office.poll()
            let linked = try await browser.get("/erp/jobs/1001")
            #expect(linked.text.contains("In QuickBooks and active."))
            #expect(linked.shown.buttons == [])
            #expect(try await browser.get("/erp/jobs/none").status == 404)
        }
    }

    @Test func `a job that QuickBooks has is imported as a project, or linked to the project of its name`() async throws
    {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let mill = try office.books.addCustomer("Harbour Health:Old Mill")
            let clinic = try office.books.addCustomer("Harbour Health:Harbour <Street> & Clinic")
            _ = try office.books.addCustomer("Walk-in")
            let browser = try await office.approversBrowser()
            let list = "/erp/jobs?filter=import"
            let unread = try await browser.get(list).text
            #expect(unread.contains("<dd>not yet</dd>") && !unread.contains("as it was last read"))
            #expect(unread.contains("list of customers and jobs was not read yet. Press Read from QuickBooks, above."))
            #expect(
                try await browser.get("/erp/jobs?filter=archived").text.contains(
                    #"<a href="/erp/jobs?filter=import">Read from QuickBooks</a>"#))
            let nothingOffered = "The list was not read yet, so nothing is offered while you type: "
            #expect(
                try await browser.get("/erp/jobs/1001").text.contains(
                    nothingOffered + #"<a href="/erp/jobs?filter=import">Read from QuickBooks</a>"#))

            let asked = try await browser.submit([:], to: "/erp/jobs", from: list)
            #expect(asked.location == list)
            #expect(try await browser.get(list).text.contains("was not read yet. It is asked for, and comes with"))
            await office.poll()
            #expect(try await !browser.get("/erp/jobs/1001").text.contains(nothingOffered))
            #expect(
                try await browser.get(list).shown.rows == [
                    [
                        "Harbour Health:Harbour <Street> & Clinic", "Job",
                        "Open Harbour Health:Harbour <Street> & Clinic",
                    ],
                    ["Harbour Health:Old Mill", "Job", "Open Harbour Health:Old Mill"],
                    ["Walk-in", "Customer", "Open Walk-in"],
                ])

            #expect(try await browser.get("/erp/listed-jobs/\(clinic)").text.contains("1001 has the same name."))
            let linked = try await browser.submit(
                ["way": "link", "project": "1001"], to: "/erp/listed-jobs/\(clinic)")
            #expect(linked.location == "/erp/jobs/1001")
            let taken = try await browser.submit(
                ["way": "add", "number": "1001", "name": "Old Mill"], to: "/erp/listed-jobs/\(mill)")
            #expect(taken.status == 409)
            #expect(taken.refusals == ["There is a project “1001” already."])
            let added = try await browser.submit(
                ["way": "add", "number": " 1002 ", "name": "Old Mill"], to: "/erp/listed-jobs/\(mill)")
            #expect(added.location == "/erp/jobs/1002")
            #expect(try await browser.get(list).shown.rows.map { $0[0] } == ["Walk-in"])
            #expect(try await browser.get("/erp/listed-jobs/\(mill)").status == 404)
            await office.poll()

            #expect(
                try await browser.get("/erp/jobs?filter=synced").shown.rows.map { [$0[0], $0[3]] } == [
                    ["1001", "Harbour Health:Harbour <Street> & Clinic"], ["1002", "Harbour Health:Old Mill"],
                ])
            #expect(
                office.books.customerNames == [
                    "Harbour Health", "Harbour Health:Old Mill", "Harbour Health:Harbour <Street> & Clinic", "Walk-in",
                ])
            let job = try await browser.get("/erp/jobs/1002")
            #expect(job.text.contains(mill))
        }
    }

    @Test func `cost codes are exported with both accounts`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            _ = try await site.plumbline.addCostCodes(
                [
                    CostCodeDraft(code: "03-100", title: "Formwork"), CostCodeDraft(code: "03-300", title: "Concrete"),
                ], to: office.company, by: .commandLine)
            let browser = try await office.approversBrowser()

            let nothing = try await browser.submit(["income-account": "x"], to: "/erp/cost-codes")
            #expect(nothing.status == 422)
            #expect(nothing.text.contains("Tick the cost codes that are to become items."))
            let accounts = ["income-account": "Construction Income", "expense-account": "Job Expenses"]
            let asked = try await browser.submit(
                accounts.merging(["code": "03-300"]) { $1 }, to: "/erp/cost-codes")
            #expect(asked.location == "/erp/cost-codes?filter=requested")
            await office.poll()

            #expect(
                try await browser.get("/erp/cost-codes?filter=synced").shown.rows == [
                    ["03-300", "Concrete", "Synced", "03-300"]
                ])
            #expect(
                try await browser.get("/erp/cost-codes").shown.rows == [["03-100", "Formwork", "Ready to Export", "–"]])
            let usual = try await browser.get("/erp/cost-codes").text
            for (side, name) in [("income", "Construction Income"), ("expense", "Job Expenses")] {
                #expect(usual.contains(#"list="\#(side)-accounts" value="\#(name)""#))
                #expect(usual.contains(#"<datalist id="\#(side)-accounts"><option value="\#(name)"></datalist>"#))
            }

            _ = try await browser.submit(accounts.merging(["every": "yes"]) { $1 }, to: "/erp/cost-codes")
            #expect(
                try await browser.get("/erp/cost-codes?filter=requested").shown.rows.map { $0[0] } == ["03-100"])
        }
    }

    @Test func `a connection is set up, shows its steps, and gets another password`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            #expect(try await browser.get("/erp/connections").shown.buttons == ["Add a connection"])

            let added = try await browser.submit(["act": "add"], to: "/erp/connections")
            let first = added.text.firstMatch(of: /<p><code>([^<]+)<\/code><\/p>/).map { String($0.1) }
            #expect(first != nil)
            #expect(
                added.shown.steps.map { $0.prefix(while: { $0 != ":" }) } == [
                    "Under way", "Still to come", "Still to come", "Still to come", "Still to come", "Done",
                    "Under way", "Still to come", "Still to come", "Still to come", "Still to come",
                    "Still to come",
                ])
            _ = try await browser.get("/erp/connections/qwc?address=https://budgets.example.com")
            #expect(
                try await browser.get("/erp/connections").shown.steps.dropFirst(5).prefix(3).map {
                    $0.prefix(while: { $0 != ":" })
                } == ["Done", "Done", "Under way"])
            let rotated = try await browser.submit(["act": "rotate"], to: "/erp/connections")
            let second = rotated.text.firstMatch(of: /<p><code>([^<]+)<\/code><\/p>/).map { String($0.1) }
            #expect(second != nil && second != first)
            #expect(try await browser.get("/erp/connections").text.contains(second ?? "") == false)
        }
    }

    @Test func `only what QuickBooks took proves that it lets us write`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let browser = try await office.approversBrowser()
            func standing() async throws -> [String] {
                try await browser.get("/erp/connections").shown.steps.filter { $0.contains("lets us write") }
                    .map { String($0.prefix { $0 != ":" }) }
            }

            _ = try await browser.submit(["way": "export", "customer": "Nobody"], to: "/erp/jobs/1001")
            await office.poll()
            #expect(try await browser.get("/erp/jobs?filter=failed").shown.rows.map { $0[0] } == ["1001"])
            #expect(try await standing() == ["Still to come"])
            _ = try await browser.submit(["way": "export", "customer": "Harbour Health"], to: "/erp/jobs/1001")
            await office.poll()
            #expect(try await standing() == ["Done"])
        }
    }

    @Test func `the .qwc file is made for an address that the Web Connector takes`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            _ = try await browser.submit(["act": "add"], to: "/erp/connections")

            let file = try await browser.get("/erp/connections/qwc?address=https%3A%2F%2Fbudgets.example.com")
            #expect(file.headers["content-disposition"] == "attachment; filename=\"plumbline-halvorsen-builders.qwc\"")
            #expect(file.text.contains("<AppURL>https://budgets.example.com/qbwc</AppURL>"))
            let refused = try await browser.get("/erp/connections/qwc?address=http%3A%2F%2Fbudgets.example.com")
            #expect(refused.status == 422)
            #expect(refused.text.contains("aria-invalid"))
        }
    }

    @Test(
        arguments: [(0, Heartbeat.onTime), (1_800, .onTime), (1_801, .late), (86_401, .silent)] as [(Int64, Heartbeat)])
    func `a connection is late after two intervals and silent after a day`(seconds: Int64, beat: Heartbeat) {
        let last = Instant(microsecondsSince1970: 1_772_442_000_000_000)
        #expect(Heartbeat(lastContactAt: last, now: last.adding(seconds: seconds)) == beat)
        #expect(Heartbeat(lastContactAt: nil, now: last) == .neverCalled)
    }
}
