import BudgetDomain
import MarkupBytes
import Testing

@testable import BudgetWeb

@Suite struct ComponentTests {
    @Test(
        arguments: [
            (123_456_789, #"<span class="money">1,234,567.89</span>"#),
            (0, #"<span class="money">0.00</span>"#),
            (
                -100_075,
                #"<span class="money money-negative"><span class="visually-hidden">minus </span>(1,000.75)</span>"#
            ),
        ] as [(Int64, String)])
    func `a negative amount is told by words and parentheses, not by colour alone`(cents: Int64, html: String) {
        #expect(HTML.money(Money(minorUnits: cents, currency: .usd)).written == html)
    }

    @Test func `an amount on its own says its currency`() {
        #expect(
            HTML.money(Money(minorUnits: 5, currency: .eur), showsCurrency: true).written
                == #"<span class="money">0.05<span class="money-currency"> EUR</span></span>"#)
    }

    @Test func `a table has a caption, scopes and right-aligned figures`() {
        let table = HTML.table(
            "Lines", [.text("Code"), .number("Amount")], rows: [["03-100", "1.00"], ["<b>", "2.00"]],
            totals: ["Total", "3.00"])

        #expect(
            table.written == """
                <div class="table-frame" tabindex="0" role="region" aria-label="Lines"><table><caption>Lines</caption>\
                <thead><tr><th scope="col">Code</th><th scope="col" class="number">Amount</th></tr></thead>\
                <tbody><tr><th scope="row">03-100</th><td class="number">1.00</td></tr>\
                <tr><th scope="row">&lt;b&gt;</th><td class="number">2.00</td></tr></tbody>\
                <tfoot><tr><th scope="row">Total</th><td class="number">3.00</td></tr></tfoot></table></div>
                """)
    }

    @Test func `a status has a text and a shape of its own`() {
        #expect(
            HTML.badge(.synced).written == """
                <span class="badge badge-good"><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">\
                <path d="M4.5 10.5L.5 6.5 2 5l2.5 2.5L10 2l1.5 1.5z" fill-rule="evenodd"></path></svg>Synced</span>
                """)
        #expect(Set(BadgeTone.allCases.map(\.mark.written)).count == BadgeTone.allCases.count)
    }

    @Test func `a refusal says what, who and how, and what it means for the money`() {
        #expect(
            HTML.refusal([.budgetIsLocked(act: .importBudget)]).written == """
                <div class="notice notice-bad" role="alert" tabindex="-1" id="problem"><h2>This was not done</h2>\
                <ul><li>You cannot import a budget: the budget is locked. <span class="quiet">Move money with a budget \
                modification, or have a Budget Admin unlock the budget.</span></li></ul>\
                <p>Nothing was changed here, and nothing was sent to QuickBooks.</p></div>
                """)
    }

    @Test func `a field is tied to its label, hint and problem`() {
        let field = FormField(
            name: "password", label: "Password", kind: .newPassword, hint: "Long.", problem: "Too short.")

        #expect(
            HTML.field(field).written == """
                <div class="field"><label for="field-password">Password</label>\
                <p class="hint" id="field-password-hint">Long.</p>\
                <p class="problem" id="field-password-problem">Too short.</p>\
                <input id="field-password" name="password" required="" \
                aria-describedby="field-password-hint field-password-problem" aria-invalid="true" type="password" \
                autocomplete="new-password"></div>
                """)
    }

    @Test func `a field of a name in QuickBooks says how long it may be, for a script that counts`() {
        let field = FormField(
            name: "job", label: "Job", hint: "Of at most 41 characters.", counted: .fullJobName, value: "Harbour:Quay")

        #expect(
            HTML.field(field).written == """
                <div class="field"><label for="field-job">Job</label>\
                <p class="hint" id="field-job-hint">Of at most 41 characters.</p>\
                <input id="field-job" name="job" required="" aria-describedby="field-job-hint" data-longest="41" \
                data-levels="" type="text" value="Harbour:Quay"></div>
                """)
    }

    @Test func `a button that cannot be pressed says why beside it, and can be reached`() {
        #expect(
            HTML.button("Lock", id: "lock-reason", refusedFor: [.budgetIsAlreadyLocked]).written == """
                <div class="with-reason"><button type="button" class="button" aria-disabled="true" \
                aria-describedby="lock-reason">Lock</button><span class="reason" id="lock-reason">\
                The budget is locked already. Nothing needs to be done. </span></div>
                """)
    }

    @Test func `a timeline says in words what is done and what is to come`() {
        let steps = [
            TimelineStep(title: "Queued", state: .done, at: Instant(microsecondsSince1970: 1_772_442_000_000_000)),
            TimelineStep(title: "Written", state: .current, detail: "usually 2 minutes"),
        ]
        let html = HTML.timeline(steps).written
            .replacing(#/<svg.*?<\/svg>/#, with: "◆")

        #expect(
            html == """
                <ol class="timeline"><li class="done"><span class="mark">◆</span>\
                <span class="visually-hidden">Done: </span>Queued <time datetime="2026-03-02T09:00:00Z">2026-03-02 \
                09:00 UTC</time></li><li class="current" aria-current="step"><span class="mark">◆</span>\
                <span class="visually-hidden">Under way: </span>Written<p class="quiet">usually 2 minutes</p></li></ol>
                """)
    }

    @Test func `a pager tells where one is, and nothing where all fits`() {
        let page = PageOfList(number: 2, rowsPerPage: 50, rows: 120)
        let link = { (number: Int) in Site.projects.link.with("page", "\(number)") }

        #expect(
            HTML.pager(page, link: link).written == """
                <nav class="pager" aria-label="Pages"><ul>\
                <li><a class="button" href="/projects?page=1">Previous</a></li>\
                <li><a class="button" href="/projects?page=3">Next</a></li></ul><p>51 to 100 of 120</p></nav>
                """)
        #expect(HTML.pager(PageOfList(number: 1, rowsPerPage: 50, rows: 50), link: link).written == "")
    }

    @Test func `tabs are links, and the current one says so`() {
        let tabs = [
            LinkTab(title: "Open", link: Site.projects.link, isCurrent: true, count: 3),
            LinkTab(title: "All", link: Site.projects.link.with("filter", "a&b")),
        ]

        #expect(
            HTML.tabs("Filter", tabs).written == """
                <nav class="tabs" aria-label="Filter"><ul><li><a href="/projects" aria-current="page">Open\
                <span class="count"> 3</span></a></li><li><a href="/projects?filter=a%26b">All</a></li></ul></nav>
                """)
    }

    @Test func `addresses escape what varies in them`() {
        #expect(
            AddressOfOne("/projects/", part: "number", "/budget").link("10/1 ä").text
                == "/projects/10%2F1%20%C3%A4/budget")
    }

    @Test(arguments: ["", "projects", "//x", "/\\x", "/a b", "/ä", "https://x"])
    func `a place on another site is no link`(text: String) {
        #expect(Link(local: text) == nil)
        #expect(Link(local: "/projects?page=2")?.text == "/projects?page=2")
    }
}

extension HTML {
    var written: String { String(decoding: bytes, as: UTF8.self) }
}
