import BudgetDomain
import Testing

@Suite struct CostCodeDivisionsTests {
    private static let divisions = CostCodeDivisions(
        [
            ("03", "Concrete", nil), ("03-01", "Forms", "03"), ("03-01-025", "Wall forms", "03-01"),
            ("A", "Round", "B"), ("B", "and round", "A"),
        ].map { code, title, parent in
            CostCode(id: ID(code), company: ID("c"), code: code, title: title, parentCode: parent)
        })

    @Test(
        arguments: [
            ("03", "03"), ("03-01-025", "03"), ("03-01", "03"), ("09-900", "09"), ("9 Finishes", "9"), ("-1", "-1"),
            ("PLAN", "PLAN"), ("", ""),
        ])
    func `a cost code is of the division that stands above all its tiers`(code: String, division: String) {
        #expect(Self.divisions[code] == division)
    }

    @Test func `tiers that go round come to an end`() {
        #expect(["A", "B"].contains(Self.divisions["A"]))
    }

    @Test func `a division has the title of its cost code, if it is one`() {
        #expect(Self.divisions.title(of: "03") == "Concrete")
        #expect(Self.divisions.title(of: "09") == "")
    }
}
