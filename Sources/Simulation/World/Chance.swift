/// Where everything that could have gone another way comes from: the same seed gives the same numbers (SplitMix64,
/// Steele, Lea, Flood 2014). Whole numbers only, so that no machine rounds otherwise.
package struct Chance: Sendable {
    private var state: UInt64

    /// Neighbouring seeds begin far apart: the state moves by a constant, so unmixed seeds would share one stream.
    package init(seed: UInt64) { state = Self.mixed(seed ^ 0xD1B5_4A32_D192_ED03) }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to one less than `bound`, which is at least 1.
    package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    package mutating func happens(permille: Int) -> Bool {
        permille > 0 && below(1_000) < permille
    }

    /// Nil for an empty list.
    package mutating func pick<Element>(_ choices: [Element]) -> Element? {
        choices.isEmpty ? nil : choices[below(choices.count)]
    }

    /// One of several, each as often as its weight says; nil when all weigh nothing.
    package mutating func weighed<Element>(_ choices: [(weight: Int, Element)]) -> Element? {
        var rest = below(choices.reduce(0) { $0 + $1.weight })
        for (weight, choice) in choices {
            if rest < weight { return choice }
            rest -= weight
        }
        return nil
    }
}
