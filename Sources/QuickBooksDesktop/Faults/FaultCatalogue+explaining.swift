/// One code in words, for whoever has read it on the QuickBooks computer.
package struct FaultExplanation: Hashable, Sendable {
    package let code: String
    package let text: String
    package let meaning: String
    package let owner: String
    package let cure: String
    package let mayPass: Bool
    /// Whether it has an entry of its own.
    package let isKnown: Bool
}

extension FaultCatalogue {
    private static let entries = Dictionary(
        sections.joined().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// Whether the code has an entry of its own.
    package static func knows(_ code: String) -> Bool {
        entries[code] != nil || OwnFault.examples.contains { $0.code == code }
    }

    /// - Parameter code: as it was read: `3250`, `0x80040414`, `-2147220460`, `qbwc1012`, `estimate-missing`.
    package static func explanation(of code: String) -> FaultExplanation {
        let code = code.filter { !$0.isWhitespace }
        if let own = OwnFault.examples.first(where: { $0.code == code }) {
            return FaultExplanation(
                code: code, text: own.text, meaning: own.meaning, owner: own.owner.words, cure: own.cure,
                mayPass: own.mayPass, isKnown: true)
        }
        let found = entries[code] ?? entries[code.uppercased()] ?? entries[canonical(code)]
        let entry = found ?? Int(code).flatMap(RangeEntries.entry) ?? unknown(code)
        return FaultExplanation(
            code: entry.code, text: entry.summary, meaning: entry.meaning.sentence, owner: entry.owner.words,
            cure: entry.cure, mayPass: entry.mayPass, isKnown: found != nil)
    }

    private static func unknown(_ code: String) -> FaultEntry {
        FaultEntry(
            String(code.prefix(40)), "Plumbline does not know this code.", .notKnownYet, .serverAdministrator,
            "`plumbline connector transcripts` shows what was asked and answered; send the one with this code.")
    }
}
