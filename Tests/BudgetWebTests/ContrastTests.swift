import Testing

@testable import BudgetWeb

/// The colours against WCAG 2.2: 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges of fields and rings of focus, 3 to 1).
@Suite struct ContrastTests {
    private static let surfaces = ["surface", "surface-sunken", "surface-raised", "surface-hover"]

    static let textPairs: [(String, String)] =
        surfaces.flatMap { surface in ["text", "text-quiet", "link"].map { ($0, surface) } }
        + ["good", "waiting", "bad", "neutral", "busy"].flatMap { [($0, "\($0)-surface"), ($0, "surface-raised")] }
        + [
            ("on-action", "action"), ("on-action", "action-hover"), ("text", "bad-surface"),
            ("text-quiet", "bad-surface"), ("text", "busy-surface"),
            // Cells of the grid that are chosen, or under the mouse.
            ("text-quiet", "busy-surface"), ("bad", "busy-surface"), ("bad", "surface-hover"),
            ("waiting", "surface-hover"), ("busy", "surface-hover"),
        ]

    static let edgePairs = surfaces.flatMap { [("border-field", $0), ("focus", $0), ("action", $0)] }

    @Test(arguments: [0, 1, 2]) func `text and edges stand out in every theme`(theme: Int) throws {
        let colours = try Self.themes()[theme]
        for (pairs, least) in [(Self.textPairs, 4.5), (Self.edgePairs, 3.0)] {
            for (front, back) in pairs {
                let contrast = try Self.contrast(#require(colours[front]), #require(colours[back]))
                #expect(contrast >= least, "--\(front) on --\(back): \(contrast)")
            }
        }
    }

    @Test func `the dark theme is the same by choice and by the device`() throws {
        let themes = try Self.themes()
        #expect(themes[1] == themes[2])
        #expect(Set(themes[0].keys) == Set(themes[1].keys))
    }

    /// Light, dark by the device, dark by choice.
    private static func themes() throws -> [[String: String]] {
        let css = try #require(Asset.styles.first { $0.name == "tokens.css" })
        let blocks = String(decoding: css.bytes, as: UTF8.self).split(separator: /[^-]color-scheme: \w+;/).dropFirst()
        return blocks.map { block in
            Dictionary(
                block.matches(of: /--([\w-]+): (#[0-9a-f]{6});/).map { (String($0.1), String($0.2)) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    private static func contrast(_ left: String, _ right: String) -> Double {
        let (one, other) = (luminance(left), luminance(right))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// WCAG 2.2, relative luminance.
    private static func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { byte -> Double in
            let share = Double(byte) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    /// x to the 2.4: the square of x times the fifth root of its square.
    private static func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }
}
