/// A currency in which a company keeps its books.
///
/// Only currencies with two decimals are here, since qbXML's AMTTYPE carries exactly two.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// The ISO 4217 code, such as `USD`.
    package let code: String
    /// How many decimals the minor unit stands for: two for cents.
    package let minorUnitDigits: Int
    /// The sign that people put next to an amount; several currencies share `$`.
    package let symbol: String

    package static let usd = Currency(code: "USD", minorUnitDigits: 2, symbol: "$")
    package static let cad = Currency(code: "CAD", minorUnitDigits: 2, symbol: "$")
    package static let aud = Currency(code: "AUD", minorUnitDigits: 2, symbol: "$")
    package static let nzd = Currency(code: "NZD", minorUnitDigits: 2, symbol: "$")
    package static let gbp = Currency(code: "GBP", minorUnitDigits: 2, symbol: "£")
    package static let eur = Currency(code: "EUR", minorUnitDigits: 2, symbol: "€")

    package static let all = [usd, cad, aud, nzd, gbp, eur]

    /// The currency of an ISO code in capitals; nil when books cannot be kept in it here.
    package init?(code: String) {
        guard let known = Currency.all.first(where: { $0.code == code }) else { return nil }
        self = known
    }

    private init(code: String, minorUnitDigits: Int, symbol: String) {
        self.code = code
        self.minorUnitDigits = minorUnitDigits
        self.symbol = symbol
    }

    package var description: String { code }
}
