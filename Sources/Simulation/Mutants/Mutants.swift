/// The planted mistakes, by name.
package enum Mutants {
    package static let all: [Mutant] = []

    package static func named(_ name: String) -> Mutant? { all.first { $0.name == name } }
}
