package import BudgetDomain

/// One act of the audit that concerns a line of a budget, and how.
package struct LineHistoryEntry: Hashable, Sendable {
    package enum Bearing: Hashable, Sendable {
        /// The entry names the line.
        case namesLine
        /// An import that brought the line.
        case broughtLine
        /// One of several imports of which one brought the line: the audit does not say which.
        case mayHaveBroughtLine
        /// An import that changed lines while this one was there: the audit does not say which.
        case mayHaveChangedLine
    }

    package let entry: AuditEntry
    package let bearing: Bearing

    package init(_ entry: AuditEntry, _ bearing: Bearing) {
        self.entry = entry
        self.bearing = bearing
    }
}

extension AuditEntry {
    /// The file of an import, as the person's own computer calls it; nil where it was not told.
    package var importedFile: String? { value(of: "file") }

    /// How many lines an import changed.
    package var linesChanged: Int { value(of: "changed").flatMap { Int($0) } ?? 0 }  // default: of another act

    var linesAdded: Int { value(of: "added").flatMap { Int($0) } ?? 0 }  // default: of another act

    private func value(of key: String) -> String? {
        let start = key + ": "
        return details.split(separator: "\n").first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    }
}

/// A stay of a line on its budget. An import has one entry for all of its file: a line that is there, or that something
/// was done to, without having been added by itself came with an import before that.
struct LineStay {
    /// The entry that added the line by itself; nil when an import brought it.
    private let added: Int?
    /// The deletion before, and the first entry that names the line: in between an import brought it.
    private let after: Int
    private let seen: Int
    /// The deletion that ended it.
    private let until: Int

    /// - Parameters:
    ///   - naming: the entries that name the line, oldest first.
    ///   - isThere: whether the line is on the budget now.
    static func all(naming entries: [AuditEntry], isThere: Bool) -> [LineStay] {
        var stays: [LineStay] = []
        var added: Int?
        var seen: Int?
        var deleted = 0
        for entry in entries {
            if seen == nil {
                seen = entry.number
                added = entry.act == .lineItemAdded ? entry.number : nil
            }
            guard entry.act == .lineItemDeleted, let first = seen else { continue }
            stays.append(LineStay(added: added, after: deleted, seen: first, until: entry.number))
            (added, seen) = (nil, nil)
            deleted = entry.number
        }
        if isThere { stays.append(LineStay(added: added, after: deleted, seen: seen ?? .max, until: .max)) }
        return stays
    }

    /// What imports had to do with the line during this stay.
    func history(of imports: [AuditEntry]) -> [LineHistoryEntry] {
        let bringing =
            added == nil ? imports.filter { after < $0.number && $0.number < seen && $0.linesAdded > 0 } : []
        let brought = bringing.map { LineHistoryEntry($0, bringing.count == 1 ? .broughtLine : .mayHaveBroughtLine) }
        guard let begin = added ?? bringing.map(\.number).min() else { return [] }
        let told = Set(bringing.map(\.number))
        let changing = imports.filter { entry in
            begin < entry.number && entry.number < until && entry.linesChanged > 0 && !told.contains(entry.number)
        }
        return brought + changing.map { LineHistoryEntry($0, .mayHaveChangedLine) }
    }
}
