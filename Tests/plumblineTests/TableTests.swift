import Testing

@testable import plumbline

@Suite struct TableTests {
    let table = Table(
        [.text("Code"), .prose("Description"), .figure("Amount")],
        rows: [
            ["03-100.L", "Formwork, footings and walls – labour", "1,234.50"],
            ["03-200.M", "Søylefot", "-200.00"],
        ], footer: ["Total USD", "", "1,034.50"])

    @Test func `columns line up, figures on the right`() {
        #expect(
            table.rendered(width: nil) == """
                Code       Description                              Amount
                ─────────  ─────────────────────────────────────  ────────
                03-100.L   Formwork, footings and walls – labour  1,234.50
                03-200.M   Søylefot                                -200.00
                ─────────  ─────────────────────────────────────  ────────
                Total USD                                         1,034.50

                """)
    }

    @Test func `a narrow screen cuts prose and nothing else`() {
        #expect(
            table.rendered(width: 40) == """
                Code       Description            Amount
                ─────────  ───────────────────  ────────
                03-100.L   Formwork, footings…  1,234.50
                03-200.M   Søylefot              -200.00
                ─────────  ───────────────────  ────────
                Total USD                       1,034.50

                """)
    }

    @Test func `a screen too narrow for the figures still shows them whole`() {
        #expect(
            table.rendered(width: 5) == """
                Code       Descripti…    Amount
                ─────────  ──────────  ────────
                03-100.L   Formwork,…  1,234.50
                03-200.M   Søylefot     -200.00
                ─────────  ──────────  ────────
                Total USD              1,034.50

                """)
    }

    @Test func `a description cannot move the cursor or open a row`() {
        let hostile = Table([.text("Code"), .prose("Text")], rows: [["1", "a\u{1B}[2Jb\nc\u{202E}d\r\ne"]])

        #expect(
            hostile.rendered(width: nil) == """
                Code  Text
                ────  ─────────────
                1     a [2Jb c d  e

                """)
    }
}
