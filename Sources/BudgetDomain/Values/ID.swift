/// The identity of an `Entity`. An `ID<Project>` cannot be given where an `ID<Budget>` is wanted.
package struct ID<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package static func < (left: ID, right: ID) -> Bool { left.text < right.text }

    package var description: String { text }
}
