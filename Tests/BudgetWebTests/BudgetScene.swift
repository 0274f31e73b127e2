import BudgetDomain
import BudgetOperations
import Logging
import SQLDatabase

/// A budget of two lines, 160,250.25 in all, on the project of a running site, with everything around it that a send
/// needs, and people for each part.
struct BudgetScene: Sendable {
    let site: RunningSite
    /// Budget Admin.
    let manager: Person
    let approver: Person
    /// The Web Connector's.
    let userName: String

    var plumbline: Plumbline { site.plumbline }
    var company: ID<Company> { site.company.id }

    static func run(
        log: Logger = .silent, _ test: @escaping @Sendable (BudgetScene) async throws -> Void
    ) async throws {
        try await RunningSite.run(log: log) { site in try await test(try await BudgetScene(site)) }
    }

    init(_ site: RunningSite) async throws {
        self.site = site
        manager = try await site.add("Mia", "project manager")
        _ = try await site.add("Ben", "accounting approver")
        approver = try await site.plumbline.grantAccountingPrivilege(
            to: "ben@halvorsen.example", in: site.company.id, by: .commandLine)
        userName = try await site.plumbline.addConnection(to: site.company.id, by: .commandLine).connection.userName
        _ = try await site.plumbline.addCostCodes(
            [CostCodeDraft(code: "03-100", title: "Formwork"), CostCodeDraft(code: "03-300", title: "Concrete")],
            to: site.company.id, by: .commandLine)
        try await addLine("03-100", "L", 120_000_25)
        try await addLine("03-300", "M", 40_250_00)
        try await prepareQuickBooks()
    }

    @discardableResult
    func addLine(_ code: String, _ type: String, _ minorUnits: Int64) async throws -> BudgetLineItem {
        try await plumbline.addLineItem(
            code: code, costType: type, description: "",
            amount: .manual(Money(minorUnits: minorUnits, currency: .usd)), to: "1001", in: company, by: manager.id)
    }

    /// Has the job and the items, as sessions of the Web Connector would.
    private func prepareQuickBooks() async throws {
        _ = try await plumbline.requestItems(
            ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses"), codes: nil,
            in: company, by: approver.id)
        try await plumbline.database.write(of: .company(company.text)) { [company] tx in
            try tx.execute(
                """
                UPDATE projects SET sync_state = 'synced', list_id = 'J-1', full_name = 'Harbour:Clinic'
                WHERE company_id = $1
                """, [.text(company.text)])
            try tx.execute(
                """
                UPDATE items SET sync_state = 'synced', list_id = 'I-' || cost_code_id || cost_type,
                    full_name = 'item' WHERE company_id = $1
                """, [.text(company.text)])
        }
    }

    func lock() async throws { try await plumbline.lockBudget(of: "1001", in: company, by: manager.id) }

    func send() async throws {
        _ = try await plumbline.sendBudgetToERP(of: "1001", in: company, by: manager.id)
    }

    func accept() async throws { _ = try await plumbline.acceptExport(of: "1001", in: company, by: approver.id) }

    func reject(_ comment: String) async throws {
        _ = try await plumbline.rejectExport(of: "1001", comment: comment, in: company, by: approver.id)
    }

    func modify(_ minorUnits: Int64, notes: String = "") async throws {
        _ = try await plumbline.createModification(
            from: "03-100.L", to: "03-300.M", amount: Money(minorUnits: minorUnits, currency: .usd), notes: notes,
            of: "1001", in: company, by: manager.id)
    }

    /// Sends the locked budget, and takes it all the way as sessions of the Web Connector would: each stage so many
    /// seconds after the one before.
    func export(
        acceptedAfter: Int64, handedOutAfter: Int64, writtenAfter: Int64, seenAfter: Int64
    ) async throws {
        try await send()
        site.time.move(seconds: acceptedAfter)
        try await accept()
        let handedOut = site.time.now.adding(seconds: handedOutAfter)
        let written = handedOut.adding(seconds: writtenAfter)
        let seen = written.adding(seconds: seenAfter)
        let detail = #"{"txnID":"T-1","editSequence":"1","at":\#(seen.microsecondsSince1970)}"#
        try await plumbline.database.write(of: .company(company.text)) { [company] tx in
            try tx.execute(
                """
                INSERT INTO message_sets (company_id, id, connection_id, purpose, subject, request, state,
                    handed_out_at, answered_at)
                SELECT e.company_id, 'M-' || e.id, c.id, 'estimate', e.id, '', 'answered', CAST($1 AS BIGINT),
                    CAST($2 AS BIGINT)
                FROM exports e JOIN connections c ON c.company_id = e.company_id
                WHERE e.company_id = $3 AND e.is_open = 1
                """,
                [
                    .integer(handedOut.microsecondsSince1970), .integer(written.microsecondsSince1970),
                    .text(company.text),
                ])
            try tx.execute(
                """
                UPDATE exports SET state = 'synced', detail = $1, is_open = 0, is_in_quickbooks = 1
                WHERE company_id = $2 AND is_open = 1
                """, [.text(detail), .text(company.text)])
            try tx.execute(
                "UPDATE connections SET bound_path = $1 WHERE company_id = $2",
                [.text(#"C:\Books\Halvorsen.qbw"#), .text(company.text)])
        }
        site.time.move(seconds: seen.seconds(since: site.time.now))
    }

    func view(by person: Person? = nil) async throws -> BudgetView {
        try await plumbline.budget(of: "1001", in: company, by: (person ?? manager).id)
    }

    /// A browser in which that person is signed in.
    func browser(of name: String = "mia") async throws -> Browser {
        let browser = Browser(site)
        _ = try await browser.signIn(name)
        return browser
    }
}

extension RunningSite {
    /// Somebody who can sign in.
    func add(_ name: String, _ template: String) async throws -> Person {
        let email = "\(name.lowercased())@halvorsen.example"
        let person = try await plumbline.addPerson(
            to: company.id, name: name, email: email, template: template, by: .commandLine)
        let link = try await plumbline.makeSignInLink(.invitation, for: email, in: company.id, by: .commandLine)
        try await plumbline.setPassword(Self.password, byLink: link.secret)
        return person
    }
}

extension Browser.Answer {
    /// The texts of the buttons of an act bar, in their order; a refused one is in parentheses.
    var acts: [String] { acts(in: "What can be done with the budget") }

    func acts(in name: String) -> [String] {
        let bars = text.matches(of: /<section [^>]*class="acts".*?<\/section>/)
        guard let bar = bars.first(where: { $0.0.contains("aria-label=\"\(name)\"") }) else { return [] }
        return bar.0.matches(of: /<(?:button|a)([^>]*)>([^<]+)</).map { match in
            match.1.contains("aria-disabled") ? "(\(match.2))" : String(match.2)
        }
    }

    /// Why acts of the bar are refused, with what would lift it.
    var actReasons: [String] {
        text.matches(of: /<li id="act-[a-z]+"><strong>([^<]+)<\/strong>(.*?)<\/li>/).map { match in
            "\(match.1):" + match.2.replacing(/<[^>]+>/, with: "")
        }
    }

    /// The text of the message about what the form before did.
    var flash: String? {
        text.firstMatch(of: /<div class="notice notice-good" role="status"><p>([^<]+)</).map { String($0.1) }
    }
}
