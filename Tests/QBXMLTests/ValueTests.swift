import Testing

@testable import QBXML

@Suite struct ValueTests {
    private func parse<S: WireScalar>(_ text: String, as type: S.Type) -> S? {
        Array(text.utf8).withUnsafeBufferPointer { S(wire: $0) }
    }

    @Test(arguments: [
        ("0.00", 0), ("1.23", 123), ("-1.23", -123), ("+1.23", 123), ("-0.05", -5), ("12", 1200), ("007.10", 710),
        ("9999999999999.99", 999_999_999_999_999), ("-9999999999999.99", -999_999_999_999_999),
    ])
    func `an amount is exact`(text: String, cents: Int64) {
        #expect(parse(text, as: QBAmount.self) == QBAmount(cents: cents))
    }

    @Test(arguments: [
        "", "-", "+", ".", "1.", ".5", "246.9", "1.234", "1,000.00", "$1.00", "(1.00)", "1.00-", "1e2", " 1.00",
        "1.00 ",
        "١.٠٠", "10000000000000.00", "--1.00", "NaN", "0x10",
    ])
    func `an amount of any other form is refused`(text: String) {
        #expect(parse(text, as: QBAmount.self) == nil)
    }

    @Test(arguments: [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"), (-123_456, "-1234.56")])
    func `an amount is written with two decimals`(cents: Int64, text: String) {
        #expect(QBAmount(cents: cents)?.wire == text)
    }

    @Test func `an amount beyond the format does not exist`() {
        #expect(QBAmount(cents: 999_999_999_999_999) != nil)
        #expect(QBAmount(cents: 1_000_000_000_000_000) == nil)
        #expect(QBAmount(cents: .min) == nil)
        #expect(QBPrice(QBAmount.zero)?.wire == "0.00")
        #expect(QBAmount(cents: 999_999_999_999).flatMap { QBPrice($0) }?.wire == "9999999999.99")
        #expect(QBAmount(cents: 1_000_000_000_000).flatMap { QBPrice($0) } == nil)
    }

    @Test(arguments: [
        ("1", "1.00", "1"), ("10.5", "10.50", "10.5"), ("-0.00001", "-0.00001", "-0.00001"),
        ("9999999999.99999", "9999999999.99999", "9999999999.99999"), ("33.33330", "33.3333", "33.3333"),
    ])
    func `prices and quantities keep five decimals`(text: String, price: String, quantity: String) {
        #expect(parse(text, as: QBPrice.self)?.wire == price)
        #expect(parse(text, as: QBQuantity.self)?.wire == quantity)
    }

    @Test(arguments: ["1.000001", "10000000000", "1.", "1e5", ""])
    func `prices of any other form are refused`(text: String) {
        #expect(parse(text, as: QBPrice.self) == nil)
    }
}
