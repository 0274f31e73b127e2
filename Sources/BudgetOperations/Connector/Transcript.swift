package import BudgetDomain

/// One exchange with QuickBooks: what was asked and what came, without secrets and up to a limit. Those that ended in
/// an error, an unreadable answer or a code that nobody knows are kept apart from the others, and longer.
package struct Transcript: Hashable, Sendable {
    /// Of one with trouble.
    package static let mostBytesASide = 64 << 10
    /// Of one without.
    package static let mostBytesASideWithoutTrouble = 16 << 10
    /// Of a company, with trouble; the oldest go when there are more.
    package static let mostKept = 200
    /// Of a company, without trouble: some weeks of them.
    package static let mostKeptWithoutTrouble = 2_000

    /// Short enough to be read aloud: `T7K2M9QXA`.
    package let id: String
    /// Of the session that it belongs to; nil for one that an older version kept.
    package let sessionID: String?
    /// When the request left, where that is known.
    package let askedAt: Instant?
    /// When the answer came.
    package let at: Instant
    /// The step of the session that it belongs to.
    package let step: String
    /// What went wrong, in QuickBooks' code or ours; empty when nothing did.
    package let code: String
    /// Whether it is worth a look.
    package let isTrouble: Bool
    /// Empty in a list, as is the answer.
    package let request: String
    package let answer: String

    package init(
        id: String, sessionID: String?, askedAt: Instant?, at: Instant, step: String, code: String, isTrouble: Bool,
        request: String, answer: String
    ) {
        let limit = isTrouble ? Self.mostBytesASide : Self.mostBytesASideWithoutTrouble
        self.id = id
        self.sessionID = sessionID
        self.askedAt = askedAt
        self.at = at
        self.step = step
        self.code = code
        self.isTrouble = isTrouble
        self.request = Self.fit(request, into: limit)
        self.answer = Self.fit(answer, into: limit)
    }

    /// - Parameter text: an unpredictable one, from ``Randomness``.
    package static func id(_ text: String) -> String { "T" + text }
    package static let idLetters = 8

    /// Cut first and masked then, so that a secret at the cut is masked too.
    static func fit(_ text: String, into limit: Int = mostBytesASide) -> String {
        guard text.utf8.count > limit else { return masked(text) }
        let kept = String(decoding: text.utf8.prefix(limit), as: UTF8.self)
        return masked(kept) + "\n[cut: \(text.utf8.count) bytes in all]"
    }

    /// U+0000, which no database of ours stores, becomes its picture.
    private static func masked(_ text: String) -> String {
        SecretMask.masked(text).replacing("\u{0}", with: "\u{2400}")
    }
}
