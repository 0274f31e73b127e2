import BudgetDomain
import Testing

@Suite struct AccountingNameTests {
    @Test(
        arguments: [
            ("03-100", nil),
            ("Façade & “Glazing” – 10 €", nil),
            (String(repeating: "n", count: 31), nil),
            (String(repeating: "n", count: 32), "has 32 characters; QuickBooks holds 31"),
            ("", "is empty"),
            ("03:100", "has a colon, which QuickBooks keeps for levels"),
            (" 03", "begins or ends with a space, which QuickBooks drops"),
            ("03\t", "begins or ends with a space, which QuickBooks drops"),
            ("0\t3", "has “\t”, which QuickBooks cannot hold"),
            ("Łódź", "has “Ł”, which QuickBooks cannot hold"),
            ("cafe\u{301}", "has “\u{301}”, which QuickBooks cannot hold"),
            ("a\u{85}b", "has “\u{85}”, which QuickBooks cannot hold"),
            ("🏗", "has “🏗”, which QuickBooks cannot hold"),
        ] as [(String, String?)])
    func `fits QuickBooks as it is, or the reason is given`(name: String, problem: String?) {
        #expect(AccountingName.problem(in: name, longest: AccountingName.longestItemName) == problem)
    }

    @Test func `a job's name may be ten characters longer than an item's`() {
        #expect(AccountingName.problem(in: String(repeating: "n", count: 41), longest: 41) == nil)
        #expect([AccountingName.longestJobName, AccountingName.longestItemName] == [41, 31])
    }
}
