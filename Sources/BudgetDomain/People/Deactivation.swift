/// That somebody left, and who said so. They may do nothing from then on, and keep their name in all that they did.
package struct Deactivation: Hashable, Sendable {
    package let by: String
    package let at: Instant

    package init(by: String, at: Instant) {
        self.by = by
        self.at = at
    }
}
