import BudgetDomain
import Testing

@Suite struct `amounts as people write them` {
    @Test(
        arguments: [
            ("1,234.50", 123_450), ("1234.5", 123_450), ("(1,234.50)", -123_450), ("( 1,234.50 )", -123_450),
            ("$1,234.50", 123_450), ("$ (12.00)", -1200), ("($12.00)", -1200), ("-$1,234", -123_400),
            ("$-1,234", -123_400), ("1234.5-", -123_450), ("1,234.50 -", -123_450), ("US$ 5", 500), ("USD 5.00", 500),
            ("5.00 USD", 500), ("\u{A0}1\u{A0}234.50\u{A0}", 123_450), ("1 234 567.89", 123_456_789),
            ("1'234.50", 123_450), ("−12.30", -1230), ("–12.30", -1230), ("+12.30", 1230), (".50", 50), ("0.5", 50),
            ("12.3400000", 1234), ("-", 0), ("–", 0), ("—", 0), ("$ -", 0), (" $ -   ", 0), ("0", 0), ("-0.00", 0),
            ("9,999,999,999,999.99", 999_999_999_999_999), ("007", 700),
        ] as [(String, Int64)])
    func `are read`(text: String, minorUnits: Int64) throws {
        #expect(try AmountText.money(text, currency: .usd) == Money(minorUnits: minorUnits, currency: .usd))
    }

    @Test(arguments: ["", "   ", "\u{A0}\t"])
    func `may be blank`(text: String) throws {
        #expect(try AmountText.money(text, currency: .usd) == nil)
        #expect(try AmountText.quantity(text, currency: .usd) == nil)
        #expect(try AmountText.unitCost(text, currency: .usd) == nil)
    }

    @Test(
        arguments: [
            ("#REF!", .spreadsheetError), ("#DIV/0!", .spreadsheetError), ("1e5", .scientificNotation),
            ("1.2E+05", .scientificNotation), ("N/A", .notAnAmount), ("TBD", .notAnAmount), ("1,23,4", .wrongGrouping),
            ("1,23,456.00", .wrongGrouping), ("1,234,56", .wrongGrouping), ("12,34", .wrongGrouping),
            ("0,125", .wrongGrouping), ("1.234.567", .wrongGrouping), ("1.234,50", .wrongGrouping),
            ("1,234 567.00", .wrongGrouping), ("12.345", .tooManyDecimals(allowed: 2)),
            ("10,000,000,000,000.00", .tooLarge), ("99999999999999999999", .tooLarge), ("(-5)", .severalSigns),
            ("--5", .severalSigns), ("-5-", .severalSigns), ("+-5", .severalSigns), ("(5", .notAnAmount),
            ("5)", .notAnAmount),
            ("$$5", .notAnAmount), ("$", .notAnAmount), ("()", .notAnAmount), ("5.", .notAnAmount), (".", .notAnAmount),
            ("€5", .otherCurrency("€", expected: .usd)), ("5 CAD", .otherCurrency("CAD", expected: .usd)),
            ("2026-01-31", .notAnAmount), ("12 months", .notAnAmount), ("٣٤", .notAnAmount), ("1/2", .notAnAmount),
            (String(repeating: "1", count: 65), .notAnAmount),
        ] as [(String, AmountTextFault)])
    func `are refused with the reason`(text: String, fault: AmountTextFault) {
        #expect(throws: fault) { try AmountText.money(text, currency: .usd) }
    }

    @Test(
        arguments: [
            ("1.234,50", 123_450), ("1 234,50", 123_450), ("12,5", 1250), ("1.234", 123_400), ("1234", 123_400),
            ("(1.234.567,89) €", -123_456_789), ("-,50", -50),
        ] as [(String, Int64)])
    func `are read with a decimal comma where the file has it`(text: String, minorUnits: Int64) throws {
        let money = try AmountText.money(text, currency: .eur, mark: .comma)
        #expect(money == Money(minorUnits: minorUnits, currency: .eur))
    }

    @Test func `are never guessed at where nothing tells thousands from decimals`() throws {
        #expect(throws: AmountTextFault.ambiguousMark) { try AmountText.money("1,234", currency: .usd, mark: nil) }
        #expect(throws: AmountTextFault.ambiguousMark) { try AmountText.quantity("1.234", currency: .usd, mark: nil) }
        #expect(try AmountText.money("1.234,5", currency: .usd, mark: nil)?.minorUnits == 123_450)
        #expect(try AmountText.money("1,234.5", currency: .usd, mark: nil)?.minorUnits == 123_450)
        #expect(try AmountText.money("1234", currency: .usd, mark: nil)?.minorUnits == 123_400)
        #expect(try AmountText.quantity("0,125", currency: .usd, mark: nil)?.plain == "0.125")
    }

    @Test func `quantities and unit costs have five decimals`() throws {
        #expect(try AmountText.quantity("1,200.12345", currency: .usd)?.plain == "1200.12345")
        #expect(try AmountText.unitCost("$0.335", currency: .usd)?.plain == "0.335")
        #expect(throws: AmountTextFault.tooManyDecimals(allowed: 5)) {
            try AmountText.unitCost("0.333333", currency: .usd)
        }
    }
}
