import Testing

@testable import BudgetDomain

@Suite struct ArithmeticTests {
    @Test(
        arguments: [
            ("=1200*1.08", 1_296_00), ("=12", 12_00), (" = 1,200.50 + 3 ", 1_203_50), ("=(3+4)*12.50", 87_50),
            ("=100/3", 33_33), ("=200/3", 66_67), ("=-2*(-3)", 6_00), ("=1/3*3", 1_00), ("=8%*50", 4_00),
            ("=2-3-4", -5_00), ("=12/4/3", 1_00), ("=0.005", 1), ("=-0.005", -1), ("=2×3÷4", 1_50),
            ("=0.1+0.2-0.3", 0), ("=999999999999999/100", 9_999_999_999_999_99),
        ] as [(String, Int64)])
    func `is worked out exactly and rounded once`(text: String, cents: Int64) throws {
        #expect(try TypedFigure.money(text, currency: .usd) == usd(cents))
    }

    @Test(
        arguments: [
            ("=", .notArithmetic), ("=1+", .notArithmetic), ("=(1", .notArithmetic), ("=1)", .notArithmetic),
            ("=A1+B1", .notArithmetic), ("=2 3x", .notArithmetic), ("=1/0", .dividesByZero),
            ("=1/(2-2)", .dividesByZero), ("=10000000000000000", .tooLarge), ("=1,23,4", .wrongGrouping),
            ("=999999999999999*999999999999999*999999999999999", .tooLarge),
            ("=" + String(repeating: "(", count: 40) + "1", .notArithmetic),
            ("=" + String(repeating: "1+", count: 100) + "1", .notArithmetic),
        ] as [(String, AmountTextFault)])
    func `is refused with the reason`(text: String, fault: AmountTextFault) {
        #expect(throws: fault) { try TypedFigure.money(text, currency: .usd) }
    }

    @Test func `a quantity and a unit cost keep five decimals`() throws {
        #expect(try TypedFigure.quantity("=10/3", currency: .usd) == Quantity(parsing: "3.33333"))
        #expect(try TypedFigure.unitCost("=2/3", currency: .usd) == UnitCost(parsing: "0.66667", currency: .usd))
        #expect(try TypedFigure.quantity(" ", currency: .usd) == nil)
        #expect(try TypedFigure.money("(1,234.50)", currency: .usd) == usd(-1_234_50))
    }
}
