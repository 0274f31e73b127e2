import BudgetDomain
import Testing

@Suite struct `money` {
    private func usd(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: .usd) }

    @Test(
        arguments: [
            (0, "0.00", "0.00"), (5, "0.05", "0.05"), (-5, "-0.05", "-0.05"), (123_450, "1234.50", "1,234.50"),
            (-123_450, "-1234.50", "-1,234.50"), (100_000, "1000.00", "1,000.00"), (99_999, "999.99", "999.99"),
            (999_999_999_999_999, "9999999999999.99", "9,999,999,999,999.99"),
        ] as [(Int64, String, String)])
    func `prints plainly for machines and grouped for people`(minorUnits: Int64, plain: String, formatted: String) {
        #expect(usd(minorUnits).plain == plain)
        #expect(usd(minorUnits).formatted == formatted)
    }

    @Test(
        arguments: [("12", 1200), ("12.5", 1250), ("-0.01", -1), ("+7.00", 700), ("0012.30", 1230)] as [(String, Int64)]
    )
    func `reads plain decimals`(text: String, minorUnits: Int64) throws {
        #expect(try Money(parsing: text, currency: .usd) == usd(minorUnits))
    }

    @Test(arguments: ["", "-", ".5", "5.", "1.234", "1,234.00", "1e5", " 1", "1 ", "--1", "1.2.3", "٣", "$1"])
    func `refuses text that is not a plain decimal`(text: String) {
        #expect(throws: MoneyFault.notAnAmount(text)) { try Money(parsing: text, currency: .usd) }
    }

    @Test func `refuses what lies beyond QuickBooks' thirteen digits`() {
        let most = usd(Money.limitMinorUnits)
        #expect(throws: MoneyFault.overflow) { try most + usd(1) }
        #expect(throws: MoneyFault.overflow) { try most.negated() - usd(1) }
        #expect(throws: MoneyFault.overflow) { try Money(parsing: "10000000000000.00", currency: .usd) }
        #expect(throws: MoneyFault.overflow) { try usd(Int64.min).negated() }
        #expect(throws: MoneyFault.overflow) { try Money.sum([usd(.max), usd(.max)], in: .usd) }
    }

    @Test func `a sum may pass the limit on its way, since only the total counts`() throws {
        let most = usd(Money.limitMinorUnits)
        #expect(try Money.sum([most, most, most.negated()], in: .usd) == most)
    }

    @Test func `refuses to mix currencies`() {
        let dollars = usd(1)
        let euros = Money(minorUnits: 1, currency: .eur)
        #expect(throws: MoneyFault.currenciesDiffer(.usd, .eur)) { try dollars + euros }
        #expect(throws: MoneyFault.currenciesDiffer(.usd, .eur)) { try dollars - euros }
        #expect(throws: MoneyFault.currenciesDiffer(.usd, .eur)) { try dollars.isLess(than: euros) }
        #expect(throws: MoneyFault.currenciesDiffer(.usd, .eur)) { try Money.sum([dollars, euros], in: .usd) }
        #expect(Currency.usd != Currency.cad)
    }

    @Test(
        arguments: [
            (100, [1, 1, 1], [34, 33, 33]), (-100, [1, 1, 1], [-34, -33, -33]), (5, [0, 3, 1], [0, 4, 1]),
            (0, [2, 5], [0, 0]), (1, [1, 1], [1, 0]), (1000, [1, 2, 4], [143, 286, 571]),
        ] as [(Int64, [Int64], [Int64])])
    func `shares by the largest remainder`(amount: Int64, weights: [Int64], shares: [Int64]) throws {
        #expect(try usd(amount).allocated(over: weights).map(\.minorUnits) == shares)
    }

    @Test(arguments: [[], [0, 0], [3, -1]] as [[Int64]])
    func `refuses to share over nothing`(weights: [Int64]) {
        #expect(throws: MoneyFault.nothingToShareOver) { try usd(100).allocated(over: weights) }
    }

    @Test(
        arguments: [
            ("120", "48.50", 582_000), ("3", "0.335", 101), ("1", "0.005", 1), ("-1", "0.005", -1), ("1", "0.00499", 0),
            ("0.5", "0.01", 1), ("333.33", "7.125", 237_498), ("0.00001", "0.00001", 0), ("-2.5", "-4.1", 1025),
        ] as [(String, String, Int64)])
    func `quantity times unit cost is rounded once, half away from zero`(
        quantity: String, unitCost: String, minorUnits: Int64
    ) throws {
        let amount = try Money.amount(of: Quantity(parsing: quantity), at: UnitCost(parsing: unitCost, currency: .usd))
        #expect(amount == usd(minorUnits))
    }

    @Test func `quantity times unit cost beyond the limit is refused, not cut`() throws {
        let quantity = try Quantity(parsing: "9999999999.99999")
        let unitCost = try UnitCost(parsing: "9999999999.99999", currency: .usd)
        #expect(throws: MoneyFault.overflow) { try Money.amount(of: quantity, at: unitCost) }
    }

    @Test func `quantities and unit costs print without idle zeros`() throws {
        #expect(try Quantity(parsing: "1200.50000").plain == "1200.5")
        #expect(try Quantity(parsing: "1200").formatted == "1,200")
        #expect(try UnitCost(parsing: "1200.5", currency: .usd).plain == "1200.50")
        #expect(try UnitCost(parsing: "0.12345", currency: .usd).formatted == "0.12345")
        #expect(throws: MoneyFault.notAnAmount("0.123456")) { try Quantity(parsing: "0.123456") }
        #expect(throws: MoneyFault.overflow) { try Quantity(parsing: "10000000000") }
    }
}
