import BudgetDomain

/// Goes along a chain link by link and stops at the first that does not hold. Pure: the links come from a database or
/// from a file.
package struct AuditChainWalk: Sendable {
    private let company: String
    package private(set) var head: AuditHead
    private var noted: [Int: String]

    /// - Parameters:
    ///   - start: the head before the first link; nil for the beginning of the chain.
    ///   - noted: heads that were written down elsewhere.
    package init(of company: String, after start: AuditHead? = nil, noted: [AuditHead] = []) {
        self.company = company
        head = start ?? .genesis(of: company)
        self.noted = Dictionary(noted.map { ($0.number, $0.hash) }, uniquingKeysWith: { first, _ in first })
    }

    package mutating func take(_ link: AuditLink) throws(BrokenAuditLink) {
        let expected = head.number + 1
        guard link.number == expected else {
            throw link.number > expected
                ? .missing(number: expected, next: link.number) : .misplaced(number: link.number, expected: expected)
        }
        // Texts are compared by their bytes: to Swift, two ways to write the same letter are equal.
        let isShownAsWritten = link.shown?.text.utf8.elementsEqual(link.memento.utf8) == true
        if !isShownAsWritten { try compare(link) }
        let next = head.adding(link.memento)
        guard next.hash == link.hash else { throw .hashDiffers(number: link.number) }
        if let hash = noted[next.number], hash != next.hash { throw .headDiffers(number: next.number) }
        head = next
    }

    /// - Throws: when the chain ends before a head that was noted elsewhere, or before its first entry: a company's
    ///   first entry is that it was added.
    package func end() throws(BrokenAuditLink) {
        let last = max(noted.keys.max() ?? 0, 1)
        guard head.number >= last else { throw .cutOff(last: head.number, expected: last) }
    }

    private func compare(_ link: AuditLink) throws(BrokenAuditLink) {
        guard let written = AuditMemento(parsing: link.memento) else { throw .mementoUnreadable(number: link.number) }
        guard written.company.utf8.elementsEqual(company.utf8) else {
            throw .mementoOfAnother(number: link.number, says: "another company")
        }
        guard written.number == link.number else {
            throw .mementoOfAnother(number: link.number, says: "entry \(written.number)")
        }
        guard let shown = link.shown else { return }
        for (column, here, there) in zip3(Self.columns, shown.shownTexts, written.shownTexts)
        where !here.utf8.elementsEqual(there.utf8) {
            throw .shownDiffers(number: link.number, column: column, shown: here, written: there)
        }
        throw .mementoUnreadable(number: link.number)
    }

    private static let columns = ["instant", "actor's kind", "actor's id", "actor", "act", "subject", "details"]

    private func zip3(_ names: [String], _ left: [String], _ right: [String]) -> [(String, String, String)] {
        zip(names, zip(left, right)).map { ($0, $1.0, $1.1) }
    }
}

extension AuditMemento {
    fileprivate var shownTexts: [String] {
        [String(microsecondsSince1970), actor.kind.rawValue, actor.id, actor.name, act, subject, details]
    }
}
