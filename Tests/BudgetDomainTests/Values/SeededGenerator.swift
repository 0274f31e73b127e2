import Foundation

/// SplitMix64: small, fast, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Numbers of every size are equally likely, small ones and the bounds included, of either sign.
    mutating func magnitudeSpread(upTo limit: Int64) -> Int64 {
        if next() % 32 == 0 { return next() % 2 == 0 ? limit : -limit }
        let bits = UInt64(64 - limit.leadingZeroBitCount)
        let width = next() % (bits + 1)
        let magnitude = width == 0 ? 0 : Int64(next() >> (64 - width))
        let bounded = min(magnitude, limit)
        return next() % 2 == 0 ? bounded : -bounded
    }
}

/// The seeds of the property tests. `PLUMBLINE_SEED=123 swift test` runs them on that one seed instead.
enum Seeds {
    static let all: [UInt64] = {
        if let text = ProcessInfo.processInfo.environment["PLUMBLINE_SEED"], let seed = UInt64(text) { return [seed] }
        return [1, 2, 3, 20_260_131]
    }()
}
