/// Somebody's request for *Can Push to Accounting*, for those who may grant it.
package struct PrivilegeRequest: Hashable, Sendable {
    package let id: ID<PrivilegeRequest>
    package let person: ID<Person>
    package let personName: String
    /// Why, in the words of the person who asks; may be empty.
    package let reason: String
    package let askedAt: Instant
    /// Nil while nobody has answered.
    package let answer: Answer?

    package init(
        id: ID<PrivilegeRequest>, person: ID<Person>, personName: String, reason: String, askedAt: Instant,
        answer: Answer? = nil
    ) {
        self.id = id
        self.person = person
        self.personName = personName
        self.reason = reason
        self.askedAt = askedAt
        self.answer = answer
    }

    package var isOpen: Bool { answer == nil }

    package struct Answer: Hashable, Sendable {
        package let outcome: Outcome
        package let by: String
        package let at: Instant
        package let comment: String

        package init(_ outcome: Outcome, by: String, at: Instant, comment: String) {
            self.outcome = outcome
            self.by = by
            self.at = at
            self.comment = comment
        }
    }
    package enum Outcome: CaseIterable, Sendable {
        case granted, declined
        /// Because the person was deactivated before anybody answered.
        case withdrawn
    }
}
