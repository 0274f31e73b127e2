/// The division of each cost code: the first tier above it. A code without tiers is of the division that its text
/// begins with: `03` of `03-100`.
package struct CostCodeDivisions: Sendable {
    private let titles: [String: String]
    private let divisions: [String: String]
    /// Tiers beyond these can only be a circle.
    private static let mostTiers = 32

    package init(_ codes: [CostCode]) {
        let parents = Dictionary(
            codes.compactMap { code in code.parentCode.map { (code.code, $0) } },
            uniquingKeysWith: { first, _ in first })
        titles = Dictionary(codes.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
        divisions = Dictionary(
            codes.map { ($0.code, Self.division(of: $0.code, parents)) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(costCode: String) -> String { divisions[costCode] ?? Self.division(of: costCode, [:]) }

    private static func division(of costCode: String, _ parents: [String: String]) -> String {
        var top = costCode
        for _ in 0..<mostTiers {
            guard let parent = parents[top] else { break }
            top = parent
        }
        guard top == costCode else { return top }
        let first = costCode.unicodeScalars.prefix { !"-. /".unicodeScalars.contains($0) }
        return first.isEmpty ? costCode : String(first)
    }

    /// Empty where the division is no cost code itself.
    package func title(of division: String) -> String { titles[division] ?? "" }
}
