import BudgetDomain
import Testing

@testable import BudgetOperations
@testable import plumbline

@Suite struct ReportTests {
    static let company = Company(
        id: ID("c"), name: "Harbour & Söhne", currency: .usd, settings: CompanySettings(usesSubItems: true))

    @Test func `companies as a table`() {
        #expect(
            CompanyList.report(of: [Self.company]).text(width: nil) == """
                Company          Currency
                ───────────────  ────────
                Harbour & Söhne  USD

                """)
    }

    @Test func `companies as JSON`() throws {
        #expect(
            try JSONText.of(CompanyList.report(of: [Self.company]).json) == """
                [
                  {
                    "currency" : "USD",
                    "name" : "Harbour & Söhne",
                    "settings" : {
                      "addCostCodes" : false,
                      "grandTotalModifications" : false,
                      "separateDuties" : false,
                      "subItems" : true
                    }
                  }
                ]

                """)
    }

    @Test func `an amount in JSON is text with its currency`() throws {
        let amount = Money(minorUnits: -123_450, currency: .usd)

        #expect(
            try JSONText.of(MoneyJSON(amount)) == """
                {
                  "amount" : "-1234.50",
                  "currency" : "USD"
                }

                """)
    }

    @Test func `every problem of a file is listed, and ends with its own code`() {
        let problems = ImportProblems(
            problems: [
                ImportProblem(row: nil, column: nil, reason: "The file is cut off."),
                ImportProblem(row: 12, column: "Budget Amount", reason: "“x” cannot be read."),
            ], unlisted: 3)
        let report = problems.report(of: "budget.csv", advice: "Look at the file.")

        #expect(report.status == .fileProblems)
        #expect(
            report.text(width: 40) == """
                budget.csv has 5 problems; nothing was stored.

                Row  Column         Problem
                ───  ─────────────  ────────────────────
                                    The file is cut off.
                 12  Budget Amount  “x” cannot be read.

                3 further problems are not listed.
                Mend what is named, and import the file again.
                Look at the file.

                """)
    }

    @Test func `the connection's password is shown once, in both forms`() throws {
        let report = ConnectorAdd.report(userName: "plumbline-1", password: "SECRET")

        #expect(
            try JSONText.of(report.json) == """
                {
                  "password" : "SECRET",
                  "userName" : "plumbline-1"
                }

                """)
        #expect(
            report.text(width: nil) == """
                User name  plumbline-1
                Password   SECRET

                The password is not shown again: the Web Connector asks for it when the connection is added there.
                Next: `plumbline connector qwc`, and open that file on the machine with QuickBooks.

                """)
    }

    @Test func `a budget shows its lines, totals and what may be done`() throws {
        let line = BudgetLineItem(
            id: ID("l"), code: BudgetCode(costCode: ID("k"), costCodeText: "03-100", costType: "L"),
            description: "Formwork", calculation: .manual,
            originalAmount: Money(minorUnits: 123_450, currency: .usd))
        let budget = Budget(id: ID("b"), company: ID("c"), project: ID("p"), currency: .usd, lines: [line])
        let standing = BudgetStanding(budget: budget)
        let view = BudgetView(
            project: Project(id: ID("p"), company: ID("c"), number: "1001", name: "Clinic"),
            viewer: Person(
                id: ID("m"), company: ID("c"), name: "Mia", email: "mia@example.com", permissions: Permissions()),
            standing: standing, amounts: try budget.amountsByLine(), totals: try budget.totals(), erpStatus: .notInERP,
            restrictions: standing.restrictions, costTypeNames: ["L": "Labor"])

        #expect(
            try BudgetShow.report(of: view, withActs: false).text(width: nil) == """
                1001 Clinic
                Budget unlocked, ERP status: Not in ERP

                Budget code  Cost type  Description  Original budget  Modifications  Revised budget
                ───────────  ─────────  ───────────  ───────────────  ─────────────  ──────────────
                03-100.L     Labor      Formwork            1,234.50           0.00        1,234.50
                ───────────  ─────────  ───────────  ───────────────  ─────────────  ──────────────
                1 lines                 Total USD           1,234.50           0.00        1,234.50

                """)
    }

    @Test func `people who are deactivated are listed apart`() {
        let pat = Person(
            id: ID("p"), company: ID("c"), name: "Pat", email: "pat@x.example",
            permissions: Permissions(levels: [.budget: .admin]))
        let sam = Person(
            id: ID("s"), company: ID("c"), name: "Sam", email: "sam@x.example", permissions: Permissions(),
            deactivation: Deactivation(by: "Ada", at: Instant(microsecondsSince1970: 1_772_442_000_000_000)))

        #expect(
            UserList.report(of: [pat, sam]).text(width: nil) == """
                E-mail         Name  Directory  Budget  ERP Integrations  Reports  Can Push to Accounting
                ─────────────  ────  ─────────  ──────  ────────────────  ───────  ──────────────────────
                pat@x.example  Pat   none       admin   none              none     no

                Deactivated    Name  By   When
                ─────────────  ────  ───  ────────────────────
                sam@x.example  Sam   Ada  2026-03-02 09:00 UTC

                """)
        #expect(
            UserMay.report(of: sam).text(width: nil).hasPrefix(
                """
                Sam is deactivated, and may do nothing in this company. A Directory Admin lets them back in with \
                `plumbline user reactivate`.
                """))
    }
}
