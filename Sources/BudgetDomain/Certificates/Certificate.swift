/// What was approved for a project, what QuickBooks held when it was last read, and how the two differ, per cost code:
/// the content of a reconciliation certificate. `docs/reference/certificate.md` describes its text.
package struct Certificate: Hashable, Sendable {
    package let facts: [CertifiedFact: String]
    package let exports: [ExportLine]
    /// By cost code; what belongs to none comes last.
    package let rows: [Row]
    package let total: Row
    /// Why QuickBooks and what was approved differ, one sentence each.
    package let reasons: [String]

    package struct Row: Hashable, Sendable {
        package let costCode: String
        package let title: String
        /// Every amount, those that are sums included.
        package let amounts: [CertifiedAmount: Money]
    }

    /// An export that was accepted, in the words of the certificate.
    package struct ExportLine: Hashable, Sendable {
        package let cells: [String]

        package init(
            number: Int, kind: String, state: String, total: String, sentBy: String, sentAt: String,
            acceptedBy: String, acceptedAt: String, digest: String
        ) {
            cells = [String(number), kind, state, total, sentBy, sentAt, acceptedBy, acceptedAt, digest]
        }

        init(cells: [String]) { self.cells = cells }

        static let titles = [
            "No.", "Kind", "State", "Total", "Sent by", "Sent at", "Accepted by", "Accepted at", "Digest",
        ]
    }
}

extension Certificate.Row {
    /// - Parameter given: the amounts that are no sums; those left out are zero.
    package init(
        costCode: String, title: String, given: [CertifiedAmount: Money], currency: Currency
    ) throws(MoneyFault) {
        var amounts: [CertifiedAmount: Money] = [:]
        for amount in CertifiedAmount.allCases where amount.parts.isEmpty {
            amounts[amount] = given[amount] ?? .zero(currency)
        }
        for amount in CertifiedAmount.allCases where !amount.parts.isEmpty {
            amounts[amount] = try Money.sum(amount.parts.compactMap { amounts[$0] }, in: currency)
        }
        self.init(costCode: costCode, title: title, amounts: amounts)
    }

    static func total(of rows: [Certificate.Row], currency: Currency) throws(MoneyFault) -> Certificate.Row {
        var given: [CertifiedAmount: Money] = [:]
        for amount in CertifiedAmount.allCases where amount.parts.isEmpty {
            given[amount] = try Money.sum(rows.compactMap { $0.amounts[amount] }, in: currency)
        }
        return try Certificate.Row(costCode: "Total", title: "", given: given, currency: currency)
    }
}

extension Certificate {
    package static let equal = "equal: QuickBooks held what was approved, for every cost code"
    package static let different = "different: see Differences and Reasons"

    package init(
        facts: [CertifiedFact: String], exports: [ExportLine], rows: [Row], reasons: [String], currency: Currency
    ) throws(MoneyFault) {
        let differs = rows.contains { row in
            [.typedDifference, .pending, .differing].contains { row.amounts[$0]?.isZero == false }
        }
        var facts = facts
        facts[.result] = differs ? Self.different : Self.equal
        facts[.currency] = currency.code
        self.init(
            facts: facts, exports: exports, rows: rows, total: try .total(of: rows, currency: currency),
            reasons: reasons)
    }
}
