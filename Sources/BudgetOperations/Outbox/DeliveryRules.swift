import BudgetDomain

/// How long a message is tried. A receiver that is down over a weekend misses nothing that it would miss for a day.
enum DeliveryRules {
    /// Seconds after the first failed attempt, the second, and so on; the attempt after the last of them is the last.
    private static let pauses: [Int64] = [5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000, 86_400]
    static let mostAttempts = pauses.count + 1

    /// How long a server that has died keeps its messages from the others: far longer than a post may take.
    static let claimSeconds: Int64 = 120

    /// Messages of one pass, and of one company among them: a receiver that answers slowly holds up nobody else.
    static let messagesAtOnce = 32
    static let messagesOfOneCompany = 4

    /// - Parameter attempts: how many failed, from 1.
    /// - Returns: when to try again, up to a quarter later by chance, so that what failed together does not return
    ///   together; the last pause again for a message that is given up.
    static func nextAttempt(after attempts: Int, at now: Instant, _ randomness: Randomness) -> Instant {
        let pause = pauses[min(max(attempts, 1), pauses.count) - 1]
        let chance = Int64(randomness.bytes(1).first ?? 0)
        return Instant(microsecondsSince1970: now.adding(seconds: pause).microsecondsSince1970 + pause * chance * 1_000)
    }
}
