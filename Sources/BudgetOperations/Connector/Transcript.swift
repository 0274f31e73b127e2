package import BudgetDomain

/// One exchange with QuickBooks that ended in an error, an unreadable answer or a code that nobody knows: what was
/// asked and what came, without secrets and up to a limit.
package struct Transcript: Hashable, Sendable {
    package static let mostBytesASide = 64 << 10
    /// Of a company; the oldest go when there are more.
    package static let mostKept = 200

    /// Short enough to be read aloud: `T7K2M9QXA`.
    package let id: String
    package let at: Instant
    /// The step of the session that it belongs to.
    package let step: String
    package let code: String
    package let request: String
    package let answer: String

    package init(id: String, at: Instant, step: String, code: String, request: String, answer: String) {
        self.id = id
        self.at = at
        self.step = step
        self.code = code
        self.request = Self.fit(request)
        self.answer = Self.fit(answer)
    }

    /// - Parameter text: an unpredictable one, from ``Randomness``.
    package static func id(_ text: String) -> String { "T" + text }
    package static let idLetters = 8

    /// Cut first and masked then, so that a secret at the cut is masked too.
    static func fit(_ text: String) -> String {
        guard text.utf8.count > mostBytesASide else { return masked(text) }
        let kept = String(decoding: text.utf8.prefix(mostBytesASide), as: UTF8.self)
        return masked(kept) + "\n[cut: \(text.utf8.count) bytes in all]"
    }

    /// U+0000, which no database of ours stores, becomes its picture.
    private static func masked(_ text: String) -> String {
        SecretMask.masked(text).replacing("\u{0}", with: "\u{2400}")
    }
}
