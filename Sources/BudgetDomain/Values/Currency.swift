/// A currency in which a company keeps its books, by its ISO 4217 code.
///
/// Only currencies with two decimals are here, since qbXML's AMTTYPE carries exactly two. An enumeration, because every
/// amount carries its currency: one that held texts would count references at each copy of an amount.
package enum Currency: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
    case usd = "USD"
    case cad = "CAD"
    case aud = "AUD"
    case nzd = "NZD"
    case gbp = "GBP"
    case eur = "EUR"

    /// The currency of an ISO code in capitals; nil when books cannot be kept in it here.
    package init?(code: String) { self.init(rawValue: code) }

    package var code: String { rawValue }

    /// How many decimals the minor unit stands for: two for cents.
    package var minorUnitDigits: Int { 2 }

    /// The sign that people put next to an amount; several currencies share `$`.
    package var symbol: String {
        switch self {
        case .usd, .cad, .aud, .nzd: "$"
        case .gbp: "£"
        case .eur: "€"
        }
    }

    package var description: String { code }
}
